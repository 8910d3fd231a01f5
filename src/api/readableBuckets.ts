import type { Connection } from './client';
import { connection, recovering, requestOver } from './client';
import type { DbrpList } from './dbrps';
import { isNotFound, missingPermission } from './errors';
import { allPagesOver } from './pages';

/** How many buckets are asked for by id at the same time. */
const wave = 10;
/** How many database names are tried to learn the org of a credential that sees no org. */
const tries = 5;

interface BucketRef {
  id: string;
  orgID: string;
}

/** The mappings of databases: not paged, at least one for each bucket that the credential may read (2.4 and later). */
async function readableIds(over: Connection, orgID: string, signal?: AbortSignal) {
  const { content } = await requestOver<DbrpList>(over, '/api/v2/dbrps', {
    query: { orgID },
    signal,
  });
  return [...new Set(content.map(({ bucketID }) => bucketID))];
}

async function bucketById<T>(over: Connection, id: string, signal?: AbortSignal) {
  try {
    return [await requestOver<T>(over, `/api/v2/buckets/${id}`, { signal })];
  } catch (error) {
    // A mapping may outlive its bucket, and those of system buckets show to whoever may not read these (2.9.1).
    if (isNotFound(error) || missingPermission(error)) return [];
    throw error;
  }
}

async function unlistedOver<T extends BucketRef>(
  over: Connection,
  orgID: string,
  listed: readonly T[],
  signal?: AbortSignal,
): Promise<T[]> {
  const known = new Set(listed.map(({ id }) => id));
  const missing = (await readableIds(over, orgID, signal)).filter((id) => !known.has(id));
  const found: T[] = [];
  for (let at = 0; at < missing.length; at += wave) {
    const ids = missing.slice(at, at + wave);
    const answers = await Promise.all(ids.map((id) => bucketById<T>(over, id, signal)));
    found.push(...answers.flat());
  }
  return found;
}

/** The buckets of an org that a restricted credential may read and that the pages of the list have left out. */
export function unlistedBuckets<T extends BucketRef>(
  orgID: string,
  listed: readonly T[],
  signal?: AbortSignal,
): Promise<T[]> {
  return recovering(() => unlistedOver(connection(), orgID, listed, signal), signal);
}

/** Every bucket of an org that the credential of this connection may read. */
export async function readableInOrg<T extends BucketRef>(
  over: Connection,
  orgID: string,
  signal?: AbortSignal,
): Promise<T[]> {
  const query = { orgID };
  const listing = { path: '/api/v2/buckets', key: 'buckets', query, signal };
  const listed = await allPagesOver<T>(over, listing);
  return [...listed, ...(await unlistedOver(over, orgID, listed, signal))];
}

/** The buckets of a credential that sees no org: the databases it may query lead to a bucket, and that to its org. */
export async function bucketsByDatabases<T extends BucketRef>(
  over: Connection,
  databases: readonly string[],
): Promise<T[]> {
  for (const name of databases.slice(0, tries)) {
    const { buckets } = await requestOver<{ buckets: T[] }>(over, '/api/v2/buckets', {
      query: { name },
    });
    const [first] = buckets;
    if (first) return [first, ...(await unlistedOver(over, first.orgID, [first]))];
  }
  return [];
}
