import type { Permission } from './permissions';
import type { Bits, PermissionIndex } from './permissionIndex';
import { hasUnscoped, holdsOnlyBuckets, indexOf } from './permissionIndex';

export type TokenClass =
  'operator' | 'all-access' | 'read/write' | 'write-only' | 'read-only' | 'custom' | 'v1 user';

export interface Classification {
  class: TokenClass;
  /** Made for an older server: types that came after 2.0 are missing. */
  olderSet: boolean;
}

/** Resource types of InfluxDB 2.0, in server order. */
export const baseTypes = [
  'authorizations',
  'buckets',
  'dashboards',
  'orgs',
  'sources',
  'tasks',
  'telegrafs',
  'users',
  'variables',
  'scrapers',
  'secrets',
  'labels',
  'views',
  'documents',
  'notificationRules',
  'notificationEndpoints',
  'checks',
  'dbrp',
] as const;

/** Types of 2.2 and later, without `instance`: what to assume while `/api/v2/resources` is unknown. */
export const knownTypes: readonly string[] = [
  ...baseTypes,
  'notebooks',
  'annotations',
  'remotes',
  'replications',
];

const isBase = new Set<string>(baseTypes);

type Holding = 'all' | 'older' | 'no';

/** Which of `types` satisfy `holds`: all of them, all that 2.0 knew, or not even those. */
function held(types: readonly string[], holds: (type: string) => boolean): Holding {
  let holding: Holding = 'all';
  for (const type of types) {
    if (type === 'instance' || holds(type)) continue;
    if (isBase.has(type)) return 'no';
    holding = 'older';
  }
  return holding;
}

function operatorHolding({ everywhere }: PermissionIndex, types: readonly string[]): Holding {
  return held(types, (type) => everywhere.get(type) === 3);
}

function allAccessHolding(index: PermissionIndex, types: readonly string[]): Holding {
  const { soleOrg: orgID, inOrg } = index;
  const orgWide = inOrg.get(orgID ?? '');
  if (orgID === undefined || !orgWide || hasUnscoped(index)) return 'no';
  return held(types, (type) => {
    if (type === 'orgs') return ((index.byId.get('orgs')?.get(orgID) ?? 0) & 1) !== 0;
    return (type === 'users' ? onAny(index, 'users') : orgWide.get(type)) === 3;
  });
}

/** Actions on any of the type by id. */
function onAny({ byId }: PermissionIndex, type: string): Bits {
  let bits = 0;
  for (const one of byId.get(type)?.values() ?? []) bits |= one;
  return bits as Bits;
}

const bucketClasses: Readonly<Record<Bits, TokenClass>> = {
  0: 'custom',
  1: 'read-only',
  2: 'write-only',
  3: 'read/write',
};

function narrowClass(index: PermissionIndex): TokenClass {
  if (holdsOnlyBuckets(index)) return bucketClasses[index.all];
  return index.all === 1 ? 'read-only' : 'custom';
}

function classified(index: PermissionIndex, types: readonly string[]): Classification {
  const operator = operatorHolding(index, types);
  if (operator !== 'no') return { class: 'operator', olderSet: operator === 'older' };
  const allAccess = allAccessHolding(index, types);
  if (allAccess !== 'no') return { class: 'all-access', olderSet: allAccess === 'older' };
  return { class: narrowClass(index), olderSet: false };
}

const known = new WeakMap<PermissionIndex, { types: readonly string[]; is: Classification }>();

/** `types` are those of `/api/v2/resources`. A v1 user has its class by what it is, not by what it holds. */
export function classify(
  granted: readonly Permission[],
  types: readonly string[] = knownTypes,
): Classification {
  const index = indexOf(granted);
  let found = known.get(index);
  if (found?.types !== types) known.set(index, (found = { types, is: classified(index, types) }));
  return found.is;
}

const v1User: Classification = { class: 'v1 user', olderSet: false };

export function credentialClass(
  { kind, permissions }: { kind: 'token' | 'v1 user'; permissions: readonly Permission[] },
  types: readonly string[],
): Classification {
  return kind === 'token' ? classify(permissions, types) : v1User;
}

/** What an older set lacks: types after 2.0 that are not held for reading and writing, whatever the scope. */
export function newerMissing(
  permissions: readonly Permission[],
  types: readonly string[] = knownTypes,
): string[] {
  const { everywhere, inOrg } = indexOf(permissions);
  const places = [everywhere, ...inOrg.values()];
  return types.filter(
    (type) =>
      type !== 'instance' && !isBase.has(type) && places.every((held) => held.get(type) !== 3),
  );
}
