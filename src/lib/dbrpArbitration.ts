import { compareBytes } from './byteOrder';
import type { KnownBucket } from './surroundings';

/** Which bucket answers for a database and retention policy, as the server lists it. */
export interface Mapping {
  id: string;
  database: string;
  retention_policy: string;
  default: boolean;
  /** Computed from the name of a bucket, never stored. */
  virtual: boolean;
  bucketID: string;
}

export type MappingDraft = Pick<Mapping, 'database' | 'retention_policy' | 'bucketID'> & {
  default?: boolean;
};

export type MappingPatch = Partial<Pick<Mapping, 'retention_policy' | 'default'>>;

type NamedBucket = Pick<KnownBucket, 'id' | 'name'>;

/** A bucket `db/rp` is cut at the first slash; without one the retention policy is `autogen`, the default. */
export function virtualMapping({ id, name }: NamedBucket): Mapping {
  const slash = name.indexOf('/');
  const isWhole = slash < 0;
  return {
    id,
    database: isWhole ? name : name.slice(0, slash),
    retention_policy: isWhole ? 'autogen' : name.slice(slash + 1),
    default: isWhole,
    virtual: true,
    bucketID: id,
  };
}

/** What the mappings before it leave of a virtual one; undefined where one of the same names hides it. */
function arbitrated(computed: Mapping, before: readonly Mapping[]): Mapping | undefined {
  for (const mapping of before) {
    if (mapping.retention_policy === computed.retention_policy) return undefined;
    if (mapping.default && computed.default) return { ...computed, default: false };
  }
  return computed;
}

/** All mappings of an org as the server lists them: stored ones by id, then virtual ones by the names of buckets. */
export function allMappings(
  stored: readonly Mapping[],
  buckets: readonly NamedBucket[],
): Mapping[] {
  const all = stored.toSorted((a, b) => compareBytes(a.id, b.id));
  const ofDatabase = new Map<string, Mapping[]>();
  const add = (mapping: Mapping) => {
    const known = ofDatabase.get(mapping.database);
    if (known) known.push(mapping);
    else ofDatabase.set(mapping.database, [mapping]);
  };
  all.forEach(add);
  for (const bucket of buckets.toSorted((a, b) => compareBytes(a.name, b.name))) {
    const computed = virtualMapping(bucket);
    const mapping = arbitrated(computed, ofDatabase.get(computed.database) ?? []);
    if (!mapping) continue;
    all.push(mapping);
    add(mapping);
  }
  return all;
}

/** Makes one stored mapping the default of its database, and no other. */
function withDefault(stored: readonly Mapping[], database: string, id: string | undefined) {
  return stored.map((mapping) =>
    mapping.database === database ? { ...mapping, default: mapping.id === id } : mapping,
  );
}

function firstOf(stored: readonly Mapping[], database: string, but: string) {
  return stored
    .filter((mapping) => mapping.database === database && mapping.id !== but)
    .toSorted((a, b) => compareBytes(a.id, b.id))[0]?.id;
}

/** After a mapping is added: the first of its database becomes the default, asked for or not. */
export function afterCreate(
  stored: readonly Mapping[],
  { default: wantsDefault = false, ...draft }: MappingDraft,
  id: string,
): Mapping[] {
  const isFirst = !stored.some(({ database }) => database === draft.database);
  const added = [...stored, { ...draft, id, default: false, virtual: false }];
  return wantsDefault || isFirst ? withDefault(added, draft.database, id) : added;
}

/** After a change: a default that is given up goes to the first other one, and stays where there is none. */
export function afterUpdate(
  stored: readonly Mapping[],
  id: string,
  { retention_policy, default: isDefault }: MappingPatch,
): Mapping[] {
  const before = stored.find((mapping) => mapping.id === id);
  if (!before) return [...stored];
  const renamed = stored.map((mapping) =>
    mapping.id === id
      ? { ...mapping, retention_policy: retention_policy ?? mapping.retention_policy }
      : mapping,
  );
  const { database } = before;
  if (isDefault === true) return withDefault(renamed, database, id);
  const next = isDefault === false && before.default ? firstOf(stored, database, id) : undefined;
  return next === undefined ? renamed : withDefault(renamed, database, next);
}

/** After a delete: the first that remains becomes the default. */
export function afterDelete(stored: readonly Mapping[], id: string): Mapping[] {
  const before = stored.find((mapping) => mapping.id === id);
  const left = stored.filter((mapping) => mapping.id !== id);
  return before?.default
    ? withDefault(left, before.database, firstOf(left, before.database, id))
    : left;
}

export interface RouteChange {
  database: string;
  /** Absent: requests that name no retention policy. */
  retentionPolicy?: string;
  /** Ids of buckets; absent: found nowhere. */
  from?: string;
  to?: string;
}

function targets(mappings: readonly Mapping[], database: string): Map<string | undefined, string> {
  const found = new Map<string | undefined, string>();
  for (const mapping of mappings) {
    if (mapping.database !== database) continue;
    const { retention_policy: policy, bucketID } = mapping;
    if (mapping.default && !found.has(undefined)) found.set(undefined, bucketID);
    if (!found.has(policy)) found.set(policy, bucketID);
  }
  return found;
}

/** Requests for the database that end somewhere else afterwards. */
export function routeChanges(
  before: readonly Mapping[],
  after: readonly Mapping[],
  database: string,
): RouteChange[] {
  const was = targets(before, database);
  const is = targets(after, database);
  return [...new Set([undefined, ...was.keys(), ...is.keys()])].flatMap((policy): RouteChange[] => {
    const from = was.get(policy);
    const to = is.get(policy);
    if (from === to) return [];
    return [
      {
        database,
        ...(policy !== undefined && { retentionPolicy: policy }),
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      },
    ];
  });
}
