import type { Context } from 'hono';
import { refuse } from './errors';
import { idProblem } from './ids';

/** Of a path such as `/:id`, in lower case; a malformed one is refused. */
export function pathID(c: Context, name = 'id'): string {
  return checked(c.req.param(name) ?? '');
}

/** Of the query string, in lower case; undefined if missing or empty. */
export function queryID(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name) ?? '';
  return text === '' ? undefined : checked(text);
}

export function queryText(query: URLSearchParams, name: string): string | undefined {
  const text = query.get(name) ?? '';
  return text === '' ? undefined : text;
}

function checked(text: string): string {
  const problem = idProblem(text);
  if (problem !== null) refuse('invalid', problem);
  return text.toLowerCase();
}
