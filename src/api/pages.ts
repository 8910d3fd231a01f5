import type { Connection } from './client';
import { connection, recovering, requestOver } from './client';

/** The most that a 2.x list gives at once. */
const pageSize = 100;
/** Pages asked for at the same time, once the first one is full. */
const wave = 6;

interface Listing {
  path: string;
  /** Where the rows stand in the answer. */
  key: string;
  query?: Record<string, string>;
  signal?: AbortSignal;
}

async function page<T>(over: Connection, { path, key, query, signal }: Listing, offset: number) {
  const answer = await requestOver<Record<string, T[] | null | undefined>>(over, path, {
    query: { ...query, limit: pageSize, offset },
    signal,
  });
  return answer[key] ?? [];
}

/** As `allPages`, over a connection that is not (yet) the one in use. */
export async function allPagesOver<T>(over: Connection, listing: Listing): Promise<T[]> {
  const rows = await page<T>(over, listing, 0);
  let isFull = rows.length === pageSize;
  let offset = pageSize;
  while (isFull) {
    const offsets = Array.from({ length: wave }, (_, index) => offset + index * pageSize);
    const pages = await Promise.all(offsets.map((from) => page<T>(over, listing, from)));
    rows.push(...pages.flat());
    isFull = pages.every(({ length }) => length === pageSize);
    offset += wave * pageSize;
  }
  return rows;
}

/**
 * Every row of a list, page by page. A short page ends it, which holds only for a credential that may read
 * everything in it: the server filters after it has cut. `readableBuckets` finds what such a walk can miss.
 */
export function allPages<T>(
  path: string,
  key: string,
  query: Record<string, string> = {},
  signal?: AbortSignal,
): Promise<T[]> {
  return recovering(() => allPagesOver<T>(connection(), { path, key, query, signal }), signal);
}
