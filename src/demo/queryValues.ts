import { refuse } from './errors';
import { idProblem } from './ids';

/** In lower case; undefined if missing or empty, refused if malformed. */
export function queryID(query: URLSearchParams, name: string): string | undefined {
  const text = queryText(query, name);
  const problem = text === undefined ? null : idProblem(text);
  if (problem !== null) refuse('invalid', problem);
  return text?.toLowerCase();
}

/** Undefined if missing or empty. */
export function queryText(query: URLSearchParams, name: string): string | undefined {
  return query.get(name) || undefined;
}
