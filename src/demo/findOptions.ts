import { refuse } from './errors';
import { idProblem } from './ids';

/** Paging as most lists read it from the query string. */
export interface FindOptions {
  limit: number;
  /** May be negative: then it counts as 0, but the links go on from it. */
  offset: number;
  after?: string;
  descending: boolean;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 100;

export function readFindOptions(query: URLSearchParams): FindOptions {
  const offset = readInteger(query, 'offset') ?? 0;
  const after = readAfter(query);
  const limit = readInteger(query, 'limit') ?? DEFAULT_LIMIT;
  if (limit < 1 || limit > MAX_LIMIT) {
    refuse('invalid', `limit must be between 1 and ${MAX_LIMIT}`);
  }
  const descending = readBoolean(query.get('descending') ?? '');
  if (descending === null) refuse('invalid', 'descending is invalid');
  return { limit, offset, descending, ...(after === undefined ? {} : { after }) };
}

function readAfter(query: URLSearchParams): string | undefined {
  const after = query.get('after') ?? '';
  if (after === '') return undefined;
  const problem = idProblem(after);
  if (problem !== null) refuse('invalid', `decoding after: ${problem}`);
  return after.toLowerCase();
}

function readInteger(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name) ?? '';
  if (text === '') return undefined;
  if (!/^[+-]?\d{1,18}$/.test(text)) refuse('invalid', `${name} is invalid`);
  return Number(text);
}

const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['', '0', 'f', 'F', 'FALSE', 'false', 'False']);

/** Go's ParseBool; '' is false, null is refused. */
export function readBoolean(text: string): boolean | null {
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : null;
}

export interface PageLinks {
  prev?: string;
  self: string;
  next?: string;
}

/** `shown` rows are left of the page: a page that permissions have shortened has no next. */
export function pageLinks(
  path: string,
  options: FindOptions,
  filter: Readonly<Record<string, string | undefined>>,
  shown: number,
): PageLinks {
  const link = (offset: number): string => {
    const query = {
      ...filter,
      after: options.after,
      descending: String(options.descending),
      limit: String(options.limit),
      offset: String(offset),
    };
    return `${path}?${encodeQuery(query)}`;
  };
  const { limit, offset } = options;
  return {
    ...(offset > 0 ? { prev: link(Math.max(0, offset - limit)) } : {}),
    self: link(offset),
    ...(shown >= limit ? { next: link(offset + limit) } : {}),
  };
}

/** As Go encodes: sorted by name, a space as `+`. */
function encodeQuery(query: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(query)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${escapeQuery(value)}`)
    .join('&');
}

function escapeQuery(value: string): string {
  return encodeURIComponent(value)
    .replace(/[!'()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}
