import type { Context } from 'hono';
import { refuse } from './errors';
import { idProblem } from './ids';
import { queryOf, queryText } from './queryValues';

export interface Page {
  limit: number;
  /** As given: a negative one counts as 0 but is kept for links. */
  offset: number;
  after?: string;
  descending: boolean;
  /** Echoed in links, without effect. */
  sortBy: string;
}

function readInteger(c: Context, name: 'limit' | 'offset'): number | undefined {
  const text = queryText(queryOf(c.req), name);
  if (text === undefined) return undefined;
  if (!/^[+-]?\d+$/.test(text) || !isInt64(BigInt(text.replace('+', '')))) {
    refuse('invalid', `${name} is invalid`);
  }
  return Number(text);
}

function isInt64(value: bigint): boolean {
  return BigInt.asIntN(64, value) === value;
}

function readAfter(c: Context): string | undefined {
  const text = queryText(queryOf(c.req), 'after');
  if (text === undefined) return undefined;
  const problem = idProblem(text);
  if (problem !== null) refuse('invalid', `decoding after: ${problem}`);
  return text.toLowerCase();
}

const BOOLEANS: Record<string, boolean> = {
  '1': true,
  t: true,
  T: true,
  true: true,
  TRUE: true,
  True: true,
  '0': false,
  f: false,
  F: false,
  false: false,
  FALSE: false,
  False: false,
};

/** Go's ParseBool; undefined is refused. */
export function readBoolean(text: string): boolean | undefined {
  return BOOLEANS[text];
}

/** 20 a page, at most 100. */
export function readPage(c: Context): Page {
  const offset = readInteger(c, 'offset') ?? 0;
  const after = readAfter(c);
  const limit = readInteger(c, 'limit') ?? 20;
  if (limit < 1 || limit > 100) refuse('invalid', 'limit must be between 1 and 100');
  const descending = readBoolean(queryText(queryOf(c.req), 'descending') ?? 'false');
  if (descending === undefined) refuse('invalid', 'descending is invalid');
  return { limit, offset, after, descending, sortBy: queryText(queryOf(c.req), 'sortBy') ?? '' };
}

/** The rows of a page. */
export function cutPage<T>(rows: readonly T[], { limit, offset }: Page): T[] {
  const start = Math.max(offset, 0);
  return rows.slice(start, start + limit);
}

/** In id order from `after` on. Descending, the server's cursor begins at the next row above it, or the last one. */
export function sortByID<T extends { id: string }>(
  rows: Iterable<T>,
  { after, descending }: Pick<Page, 'after' | 'descending'>,
): T[] {
  const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  if (after === undefined) return descending ? sorted.reverse() : sorted;
  // There is no id behind the last.
  if (after === 'f'.repeat(16)) refuse('invalid', 'invalid ID');
  const first = sorted.findIndex(({ id }) => id > after);
  if (!descending) return first < 0 ? [] : sorted.slice(first);
  return (first < 0 ? sorted : sorted.slice(0, first + 1)).reverse();
}
