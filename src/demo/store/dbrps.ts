import type { BucketRecord, DbrpRecord, DemoState } from '@/demo/state';
import { byByteOrder } from './byteOrder';

/** A database and retention policy of the 1.x API, and the bucket they stand for. */
export interface Mapping extends DbrpRecord {
  /** Computed from a bucket's name, not stored. Its id is that of the bucket. */
  virtual: boolean;
}

export interface MappingFilter {
  orgID?: string | undefined;
  id?: string | undefined;
  bucketID?: string | undefined;
  database?: string | undefined;
  retentionPolicy?: string | undefined;
  isDefault?: boolean | undefined;
}

/** Whether the caller may see a mapping: read on its bucket (of /write: write on it is enough). */
export type MappingTest = (mapping: Mapping) => boolean;

/** `db/rp` is cut at the first slash; without one the retention policy is `autogen`. */
export function databaseOf(bucketName: string): { database: string; retentionPolicy: string } {
  const slash = bucketName.indexOf('/');
  if (slash < 0) return { database: bucketName, retentionPolicy: 'autogen' };
  return { database: bucketName.slice(0, slash), retentionPolicy: bucketName.slice(slash + 1) };
}

/** Physical mappings by id, then virtual ones by bucket name: the order of lists, of lookups and of SHOW DATABASES. */
export function mappings(state: DemoState, filter: MappingFilter): Mapping[] {
  const physical = storedMappings(state, filter.orgID);
  const taken = new Set(physical.map((m) => key(m.orgID, m.database, m.retention_policy)));
  const defaults = new Set(physical.filter((m) => m.default).map((m) => key(m.orgID, m.database)));
  const virtual = virtualMappings(state, filter, defaults).filter(
    (m) => !taken.has(key(m.orgID, m.database, m.retention_policy)),
  );
  return [
    ...physical.map((record) => ({ ...record, virtual: false })).filter((m) => accepts(filter, m)),
    ...virtual,
  ];
}

/** The mapping that `db` and `rp` of a 1.x request mean; without `rp` the default one of the database. */
export function resolveMapping(
  state: DemoState,
  wanted: { orgID: string; database: string; retentionPolicy?: string | undefined },
  visible: MappingTest,
): Mapping | undefined {
  const { orgID, database, retentionPolicy } = wanted;
  const filter: MappingFilter =
    retentionPolicy === undefined || retentionPolicy === ''
      ? { orgID, database, isDefault: true }
      : { orgID, database, retentionPolicy };
  return mappings(state, filter).find(visible);
}

export function findDbrp(state: DemoState, orgID: string, id: string): Mapping | undefined {
  const stored = state.dbrps.get(id);
  if (stored?.orgID === orgID) return { ...stored, virtual: isUnlisted(stored) };
  const bucket = state.buckets.get(id);
  if (!bucket) return undefined;
  const ofOrg = storedMappings(state, bucket.orgID).filter((m) => m.default);
  return virtualMapping(bucket, new Set(ofOrg.map((m) => key(m.orgID, m.database))));
}

/** Whether another stored mapping has the same org, database and retention policy. */
export function isTaken(state: DemoState, record: DbrpRecord): boolean {
  return storedMappings(state, record.orgID).some(
    (m) =>
      m.id !== record.id &&
      m.database === record.database &&
      m.retention_policy === record.retention_policy,
  );
}

/** Adds a mapping. The first one of a database becomes its default. */
export function addDbrp(state: DemoState, record: DbrpRecord): DbrpRecord {
  const siblings = siblingsOf(state, record);
  const added = { ...record, default: record.default || !siblings.some((m) => m.default) };
  if (added.default) for (const sibling of siblings) sibling.default = false;
  state.dbrps.set(added.id, added);
  return added;
}

/** Changes retention policy and default flag; answers what the server echoes. */
export function changeDbrp(
  state: DemoState,
  mapping: Mapping,
  change: { retention_policy?: string; default?: boolean },
): Mapping {
  const changed: Mapping = { ...mapping, ...change };
  const { virtual, ...record } = changed;
  const siblings = siblingsOf(state, record);
  state.dbrps.set(record.id, record);
  if (virtual) return changed;
  if (record.default) {
    for (const sibling of siblings) sibling.default = false;
  } else if (mapping.default) {
    const next = siblings[0] ?? record;
    next.default = true;
  }
  return changed;
}

/** Removes a stored mapping; another one of its database becomes the default. A virtual one stays. */
export function removeDbrp(state: DemoState, id: string): void {
  const record = state.dbrps.get(id);
  if (!record) return;
  state.dbrps.delete(id);
  const next = siblingsOf(state, record)[0];
  if (record.default && next && !isUnlisted(record)) next.default = true;
}

export function removeDbrpsOfBucket(state: DemoState, bucketID: string): void {
  for (const record of [...state.dbrps.values()]) {
    if (record.bucketID === bucketID) removeDbrp(state, record.id);
  }
}

/** A PATCH of a virtual mapping stores a record that only GET by id finds. */
function isUnlisted(record: DbrpRecord): boolean {
  return record.id === record.bucketID;
}

function storedMappings(state: DemoState, orgID: string | undefined): DbrpRecord[] {
  return [...state.dbrps.values()]
    .filter((m) => !isUnlisted(m) && (orgID === undefined || m.orgID === orgID))
    .sort((a, b) => byByteOrder(a.id, b.id));
}

function siblingsOf(state: DemoState, record: DbrpRecord): DbrpRecord[] {
  return storedMappings(state, record.orgID).filter(
    (m) => m.id !== record.id && m.database === record.database,
  );
}

function virtualMappings(
  state: DemoState,
  filter: MappingFilter,
  physicalDefaults: ReadonlySet<string>,
): Mapping[] {
  return [...state.buckets.values()]
    .filter((bucket) => mayAccept(filter, bucket))
    .map((bucket) => ({ bucket, mapping: virtualMapping(bucket, physicalDefaults) }))
    .filter(({ mapping }) => accepts(filter, mapping))
    .sort((a, b) => byByteOrder(a.bucket.name, b.bucket.name))
    .map(({ mapping }) => mapping);
}

/** A cheap look before the mapping is made: every 1.x write asks for one database among all buckets. */
function mayAccept({ orgID, bucketID, database }: MappingFilter, bucket: BucketRecord): boolean {
  return (
    (orgID === undefined || bucket.orgID === orgID) &&
    (bucketID === undefined || bucket.id === bucketID) &&
    (database === undefined || bucket.name.startsWith(database))
  );
}

function virtualMapping(bucket: BucketRecord, physicalDefaults: ReadonlySet<string>): Mapping {
  const { database, retentionPolicy } = databaseOf(bucket.name);
  return {
    id: bucket.id,
    database,
    retention_policy: retentionPolicy,
    default: !bucket.name.includes('/') && !physicalDefaults.has(key(bucket.orgID, database)),
    virtual: true,
    orgID: bucket.orgID,
    bucketID: bucket.id,
  };
}

function accepts(filter: MappingFilter, m: Mapping): boolean {
  return (
    (filter.orgID === undefined || filter.orgID === m.orgID) &&
    (filter.id === undefined || filter.id === m.id) &&
    (filter.bucketID === undefined || filter.bucketID === m.bucketID) &&
    (filter.database === undefined || filter.database === m.database) &&
    (filter.retentionPolicy === undefined || filter.retentionPolicy === m.retention_policy) &&
    (filter.isDefault === undefined || filter.isDefault === m.default)
  );
}

function key(...parts: string[]): string {
  return JSON.stringify(parts);
}
