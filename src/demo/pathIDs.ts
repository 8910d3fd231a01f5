import type { Context } from 'hono';
import { refuse } from './errors';
import { idProblem } from './ids';
import { queryOf } from './queryValues';

/** An id of the path, lower case; `prefix` stands before the server's words where it is none. */
export function pathID(c: Context, name: string, prefix = ''): string {
  const text = c.req.param(name) ?? '';
  const problem = idProblem(text);
  if (problem !== null) refuse('invalid', `${prefix}${problem}`);
  return text.toLowerCase();
}

/** An id of the query: null where it is absent or malformed, which many filters take for absent. */
export function lenientQueryID(c: Context, name: string): string | null {
  const text = queryOf(c.req).get(name) ?? '';
  return idProblem(text) === null ? text.toLowerCase() : null;
}
