import type { BucketRecord, DbrpRecord, DemoState } from '@/demo/state';
import { compareBytes } from '@/lib/byteOrder';

/** A database and retention policy of the 1.x API, and the bucket they stand for. */
export interface Mapping extends DbrpRecord {
  default: boolean;
}

export interface MappingFilter {
  orgID: string;
  id?: string | undefined;
  bucketID?: string | undefined;
  database?: string | undefined;
  retentionPolicy?: string | undefined;
  isDefault?: boolean | undefined;
}

/** Whether a bucket may be read: only then it has a virtual mapping. */
export type BucketTest = (bucket: BucketRecord) => boolean;

/** Whether the caller may see a mapping: read on its bucket (of /write: write on it is enough). */
export type MappingTest = (mapping: Mapping) => boolean;

/** `db/rp` is cut at the first slash; without one the retention policy is `autogen`. */
export function databaseOf(bucketName: string): { database: string; retentionPolicy: string } {
  const slash = bucketName.indexOf('/');
  if (slash < 0) return { database: bucketName, retentionPolicy: 'autogen' };
  return { database: bucketName.slice(0, slash), retentionPolicy: bucketName.slice(slash + 1) };
}

/** Physical mappings by id, then virtual ones by bucket name: the order of lists, of lookups and of SHOW DATABASES. */
export function mappings(
  state: DemoState,
  filter: MappingFilter,
  isReadable: BucketTest = () => true,
): Mapping[] {
  const found = storedMappings(state, filter).filter((m) => accepts(filter, m));
  const byDatabase = new Map<string, Mapping[]>();
  const add = (m: Mapping): void => {
    const known = byDatabase.get(m.database);
    if (known) known.push(m);
    else byDatabase.set(m.database, [m]);
  };
  found.forEach(add);
  for (const bucket of bucketsByName(state, filter).filter(isReadable)) {
    const computed = virtualMapping(bucket);
    const mapping = arbitrated(computed, byDatabase.get(computed.database) ?? []);
    if (mapping === null || !accepts(filter, mapping)) continue;
    found.push(mapping);
    add(mapping);
  }
  return found;
}

/** What the mappings found before leave of a virtual one; null where one of the same names hides it. */
function arbitrated(computed: Mapping, before: readonly Mapping[]): Mapping | null {
  for (const m of before) {
    if (m.retention_policy === computed.retention_policy) return null;
    // The server looks no further: a later mapping of the same names does not hide this one.
    if (m.default && computed.default) return { ...computed, default: false };
  }
  return computed;
}

/** The mapping that `db` and `rp` of a 1.x request mean; without `rp` the default one of the database. */
export function resolveMapping(
  state: DemoState,
  wanted: { orgID: string; database: string; retentionPolicy?: string | undefined },
  visible: MappingTest,
  isReadable?: BucketTest,
): Mapping | undefined {
  const { orgID, database, retentionPolicy } = wanted;
  const filter: MappingFilter =
    retentionPolicy === undefined || retentionPolicy === ''
      ? { orgID, database, isDefault: true }
      : { orgID, database, retentionPolicy };
  return mappings(state, filter, isReadable).find(visible);
}

/** A virtual one is found whatever the org, and says it is the default whatever is stored. */
export function findDbrp(
  state: DemoState,
  orgID: string,
  id: string,
  isReadable: BucketTest = () => true,
): Mapping | undefined {
  const stored = state.dbrps.get(id);
  if (stored?.orgID === orgID) return withDefault(state, stored);
  const bucket = state.buckets.get(id);
  return bucket && isReadable(bucket) ? virtualMapping(bucket) : undefined;
}

/** Whether another stored mapping has the same org, database and retention policy. */
export function isTaken(state: DemoState, record: DbrpRecord): boolean {
  return siblingsOf(state, record).some((m) => m.retention_policy === record.retention_policy);
}

export function databaseKey({ orgID, database }: Pick<DbrpRecord, 'orgID' | 'database'>): string {
  return `${orgID}/${database}`;
}

export function withDefault(state: DemoState, record: DbrpRecord): Mapping {
  return { ...record, default: state.dbrpDefaults.get(databaseKey(record)) === record.id };
}

/** By id. Asked for the default of one database, the server looks nowhere else. */
function storedMappings(state: DemoState, filter: MappingFilter): Mapping[] {
  const { orgID, database, isDefault } = filter;
  if (database !== undefined && isDefault === true) {
    const record = state.dbrps.get(state.dbrpDefaults.get(databaseKey({ orgID, database })) ?? '');
    return record ? [withDefault(state, record)] : [];
  }
  return [...state.dbrps.values()]
    .filter((m) => !m.virtual && m.orgID === orgID && (database ?? m.database) === m.database)
    .sort((a, b) => compareBytes(a.id, b.id))
    .map((record) => withDefault(state, record));
}

export function siblingsOf(state: DemoState, { id, orgID, database }: DbrpRecord): Mapping[] {
  return storedMappings(state, { orgID, database }).filter((m) => m.id !== id);
}

/** Those that could be meant: every 1.x write asks for one database among all buckets. */
function bucketsByName(
  state: DemoState,
  { orgID, bucketID, database }: MappingFilter,
): BucketRecord[] {
  return [...state.buckets.values()]
    .filter(
      (bucket) =>
        bucket.orgID === orgID &&
        (bucketID === undefined || bucket.id === bucketID) &&
        (database === undefined || bucket.name.startsWith(database)),
    )
    .sort((a, b) => compareBytes(a.name, b.name));
}

function virtualMapping(bucket: BucketRecord): Mapping {
  const { database, retentionPolicy } = databaseOf(bucket.name);
  return {
    id: bucket.id,
    database,
    retention_policy: retentionPolicy,
    default: !bucket.name.includes('/'),
    virtual: true,
    orgID: bucket.orgID,
    bucketID: bucket.id,
  };
}

function accepts(filter: MappingFilter, m: Mapping): boolean {
  return (
    filter.orgID === m.orgID &&
    (filter.id === undefined || filter.id === m.id) &&
    (filter.bucketID === undefined || filter.bucketID === m.bucketID) &&
    (filter.database === undefined || filter.database === m.database) &&
    (filter.retentionPolicy === undefined || filter.retentionPolicy === m.retention_policy) &&
    (filter.isDefault === undefined || filter.isDefault === m.default)
  );
}
