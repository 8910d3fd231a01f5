import { refuse } from './errors';
import { idProblem } from './ids';

/** As Go reads a query string: pairs with a semicolon or a malformed escape do not count. */
export function queryOf({ url }: Pick<Request, 'url'>): URLSearchParams {
  const pairs = new URL(url).search.slice(1).split('&');
  const sound = pairs.filter((pair) => !/;|%(?![0-9a-fA-F]{2})/.test(pair));
  return new URLSearchParams(sound.join('&'));
}

/** In lower case; undefined if missing or empty, refused if malformed, with `prefix` before the reason. */
export function queryID(query: URLSearchParams, name: string, prefix = ''): string | undefined {
  const text = queryText(query, name);
  const problem = text === undefined ? null : idProblem(text);
  if (problem !== null) refuse('invalid', prefix + problem);
  return text?.toLowerCase();
}

/** Of a name that may stand several times. */
export function queryIDs(query: URLSearchParams, name: string): string[] {
  return query.getAll(name).map((text) => {
    const problem = idProblem(text);
    if (problem !== null) refuse('invalid', problem);
    return text.toLowerCase();
  });
}

/** Undefined if missing or empty. */
export function queryText(query: URLSearchParams, name: string): string | undefined {
  return query.get(name) || undefined;
}
