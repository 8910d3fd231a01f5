import { classify } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import { readOf, writeOf } from '@/lib/permissions';
import type { CallerOrg } from './caller';
import type { Connection } from './client';
import { requestOver } from './client';
import { HttpError, missingPermission } from './errors';
import { columnOf, influxqlTablesOver } from './influxql';
import { bucketsByDatabases } from './readableBuckets';
import { mayWrite } from './write';

/** Above this many readable buckets, none is asked whether it takes writes. */
const mostWrites = 20;

interface BucketRef {
  id: string;
  orgID: string;
}

function onBucket({ id, orgID }: BucketRef) {
  return { id, orgID };
}

async function writable(over: Connection, buckets: readonly BucketRef[]): Promise<Permission[]> {
  if (buckets.length > mostWrites) return [];
  const answers = await Promise.all(buckets.map(({ orgID, id }) => mayWrite(over, orgID, id)));
  return buckets
    .filter((_, index) => answers[index])
    .map((bucket) => writeOf('buckets', onBucket(bucket)));
}

/** None where the 1.x paths are switched off. */
async function readableDatabases(over: Connection): Promise<string[]> {
  try {
    return columnOf(await influxqlTablesOver(over, { text: 'SHOW DATABASES' }));
  } catch (error) {
    if (error instanceof HttpError && [404, 405].includes(error.statusCode)) return [];
    throw error;
  }
}

/** A token may read an org that it does not list: its user is no member there. */
async function askOrg(over: Connection, id: string) {
  try {
    const { name } = await requestOver<{ name: string }>(over, `/api/v2/orgs/${id}`);
    return { org: { id, name } as CallerOrg, mayRead: true };
  } catch (error) {
    if (missingPermission(error)) return { org: { id } as CallerOrg, mayRead: false };
    throw error;
  }
}

/** What a token that cannot list its own permissions is seen to be able to do: a lower bound. */
export async function observe(
  over: Connection,
  orgs: readonly CallerOrg[],
  { asksWrites }: { asksWrites: boolean },
) {
  const databases = await readableDatabases(over);
  const buckets = await bucketsByDatabases<BucketRef>(over, databases);
  const granted: Permission[] = [
    ...orgs.map(({ id }) => readOf('orgs', { id })),
    ...buckets.map((bucket) => readOf('buckets', onBucket(bucket))),
    ...(asksWrites ? await writable(over, buckets) : []),
  ];
  const listed = new Set(orgs.map(({ id }) => id));
  const unlisted = [...new Set(buckets.map(({ orgID }) => orgID))].filter((id) => !listed.has(id));
  const asked = await Promise.all(unlisted.map((id) => askOrg(over, id)));
  for (const { org, mayRead } of asked) if (mayRead) granted.push(readOf('orgs', { id: org.id }));
  return {
    granted,
    denied: asked
      .filter(({ mayRead }) => !mayRead)
      .map(({ org: { id } }) => readOf('orgs', { id })),
    classification: granted.length > 0 ? classify(granted) : undefined,
    orgs: [...orgs, ...asked.map(({ org }) => org)],
    databases,
  };
}
