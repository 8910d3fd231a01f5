import type { Mapping } from './dbrpArbitration';
import { allMappings } from './dbrpArbitration';
import type { Permission } from './permissions';
import { anyCovers, readOf, writeOf } from './permissions';
import type { KnownBucket } from './surroundings';
import { neededFor } from './surroundings';

/** The org of the credential: 1.x paths know no other. */
export interface MappedOrg {
  orgID: string;
  /** All of them, whoever may read them: their defaults count for everybody. */
  stored: readonly Mapping[];
  /** All of them. */
  buckets: readonly KnownBucket[];
}

export interface Request1x {
  database: string;
  /** Empty: not given. */
  retentionPolicy: string;
}

/** What the server does with a request of the 1.x paths; `message` in its words. */
export type Landing = { bucketID: string; mapping: Mapping } | { status: number; message: string };

/** What a credential holds; null looks as an operator does. */
export type Held = readonly Permission[] | null;

function holds(held: Held, needed: Permission): boolean {
  return held === null || anyCovers(held, needed);
}

type Test = (place: { orgID: string; id: string }) => boolean;

/** The mappings that count for a credential: virtual ones of buckets it reaches, then all of those it reaches. */
function seen({ orgID, stored, buckets }: MappedOrg, reaches: Test, readsSystem: boolean) {
  const reached = buckets.filter(({ id, type }) =>
    type === 'system' ? readsSystem : reaches({ orgID, id }),
  );
  return allMappings(stored, reached).filter(({ bucketID }) => reaches({ orgID, id: bucketID }));
}

function readsSystemOf({ orgID, buckets }: MappedOrg, held: Held): boolean {
  const [system] = buckets.filter(({ type }) => type === 'system');
  return holds(held, system ? neededFor('read', system) : readOf('orgs', { id: orgID }));
}

/** Where `POST /write?db=…&rp=…` stores its points. */
export function resolveWrite(
  org: MappedOrg,
  { database, retentionPolicy }: Request1x,
  held: Held = null,
): Landing {
  if (database === '') return { status: 400, message: 'missing db' };
  const mayWrite: Test = (place) => holds(held, writeOf('buckets', place));
  const reaches: Test = (place) => mayWrite(place) || holds(held, readOf('buckets', place));
  const found = seen(org, reaches, readsSystemOf(org, held)).find(
    (mapping) =>
      mapping.database === database &&
      (retentionPolicy === '' ? mapping.default : mapping.retention_policy === retentionPolicy),
  );
  if (!found) return { status: 404, message: 'no dbrp mapping found' };
  if (!mayWrite({ orgID: org.orgID, id: found.bucketID })) {
    return { status: 403, message: 'insufficient permissions for write' };
  }
  return { bucketID: found.bucketID, mapping: found };
}

/** Which bucket `SELECT … FROM m` reads by `/query?db=…&rp=…`. Errors come inside a 200. */
export function resolveQuery(
  org: MappedOrg,
  { database, retentionPolicy }: Request1x,
  held: Held = null,
): Landing {
  const refused = (message: string) => ({ status: 200, message });
  if (database === '') return refused('database name required');
  const reads: Test = (place) => holds(held, readOf('buckets', place));
  const known = seen(org, reads, readsSystemOf(org, held)).filter(
    (mapping) => mapping.database === database,
  );
  if (known.length === 0) return refused(`database not found: ${database}`);
  const policy =
    retentionPolicy === ''
      ? known.find((mapping) => mapping.default)?.retention_policy
      : retentionPolicy;
  if (policy === undefined) return refused(`default retention policy not set for: ${database}`);
  const found = known.find(({ retention_policy }) => retention_policy === policy);
  if (!found) return refused(`retention policy not found: ${policy}`);
  return { bucketID: found.bucketID, mapping: found };
}
