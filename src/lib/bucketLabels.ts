import type { KnownBucket, Surroundings } from './surroundings';
import { orgName } from './permissionWords';

/** Names of buckets are unique in their org only: `tests (iot)` where another org has one of the same name. */
export function bucketLabels({
  buckets,
  orgs,
}: Pick<Surroundings, 'buckets' | 'orgs'>): (bucket: KnownBucket) => string {
  const counts = new Map<string, number>();
  for (const { name, type } of buckets.values()) {
    if (type === 'user') counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return ({ name, orgID }) =>
    (counts.get(name) ?? 0) > 1 ? `${name} (${orgName(orgID, { orgs })})` : name;
}
