import { classify } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import { readOf, writeOf } from '@/lib/permissions';
import type { CallerOrg } from './caller';
import type { Connection } from './client';
import { HttpError } from './errors';
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

/** What a token that cannot list its own permissions is seen to be able to do: a lower bound. */
export async function observe(over: Connection, orgs: readonly CallerOrg[]) {
  const databases = await readableDatabases(over);
  const buckets = await bucketsByDatabases<BucketRef>(over, databases);
  const granted: Permission[] = [
    ...orgs.map(({ id }) => readOf('orgs', { id })),
    ...buckets.map((bucket) => readOf('buckets', onBucket(bucket))),
    ...(await writable(over, buckets)),
  ];
  const seen = new Map(orgs.map((org) => [org.id, org]));
  for (const { orgID } of buckets) if (!seen.has(orgID)) seen.set(orgID, { id: orgID });
  return {
    granted,
    classification: granted.length > 0 ? classify(granted) : undefined,
    orgs: [...seen.values()],
    databases,
  };
}
