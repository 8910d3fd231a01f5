import type { Dbrp } from '@/api/dbrps';
import type { V1User } from '@/api/v1Users';
import { credentialOf } from '@/components/useCredentials';
import type { Finding } from '@/lib/findings';
import { credentialFindings } from '@/lib/findings';
import type { Bits, PermissionIndex } from '@/lib/permissionIndex';
import { heldOnBucket, indexOf } from '@/lib/permissionIndex';
import type { KnownBucket, Surroundings } from '@/lib/surroundings';
import type { DatabaseNames } from './useDatabases';
import { databaseText } from './useDatabases';

export interface V1UserRow {
  id: string;
  name: string;
  status: V1User['status'];
  orgID: string;
  org: string;
  userID: string;
  owner: string;
  description: string;
  createdAt: string;
  held: PermissionIndex;
  /** Of its own org, the only one that the 1.x paths know for it. */
  buckets: readonly KnownBucket[];
  databases: readonly string[];
  findings: readonly Finding[];
}

/** By id alone where nothing wider is held: with many buckets that is the quick way. */
function reachedBuckets(
  held: PermissionIndex,
  orgID: string,
  around: Surroundings,
  inOrg: readonly KnownBucket[],
): KnownBucket[] {
  const isWide = held.everywhere.size > 0 || held.inOrg.has(orgID) || held.byId.has('orgs');
  const candidates = isWide
    ? inOrg
    : [...(held.byId.get('buckets')?.keys() ?? [])].flatMap((id) => around.buckets.get(id) ?? []);
  return candidates.filter(
    (bucket) =>
      bucket.orgID === orgID && bucket.type === 'user' && heldOnBucket(held, bucket) !== 0,
  );
}

export function accessOf({ held, orgID }: V1UserRow, bucket: KnownBucket): Bits {
  return bucket.orgID === orgID ? heldOnBucket(held, bucket) : 0;
}

export function v1UserRows(
  v1Users: readonly V1User[],
  around: Surroundings,
  { ofBucket, knownOrgs }: DatabaseNames,
): V1UserRow[] {
  const byOrg = new Map<string, KnownBucket[]>();
  for (const bucket of around.buckets.values()) {
    const known = byOrg.get(bucket.orgID);
    if (known) known.push(bucket);
    else byOrg.set(bucket.orgID, [bucket]);
  }
  return v1Users.map((v1User) => {
    const { id, token: name, status, orgID, org, userID, user, description, createdAt } = v1User;
    const held = indexOf(v1User.permissions);
    const buckets = reachedBuckets(held, orgID, around, byOrg.get(orgID) ?? []);
    const mappings = buckets.flatMap((bucket): readonly Dbrp[] => ofBucket.get(bucket.id) ?? []);
    const findings = credentialFindings(credentialOf(v1User, 'v1 user'), around);
    if (knownOrgs.has(orgID) && mappings.length === 0) {
      const detail = `No database leads to a bucket of ${org} that it reaches`;
      findings.push({ rule: 'database-nowhere', detail });
    }
    return {
      ...{ id, name, status, orgID, org, userID, description, createdAt },
      owner: user || userID,
      held,
      buckets,
      databases: [...new Set(mappings.map(databaseText))],
      findings,
    };
  });
}

/** The buckets that most v1 users reach, as columns to begin with. */
export function usualColumns(rows: readonly V1UserRow[], most: number): string[] {
  const counts = new Map<string, number>();
  for (const { buckets } of rows) {
    for (const { id } of buckets) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, most)
    .map(([id]) => id);
}
