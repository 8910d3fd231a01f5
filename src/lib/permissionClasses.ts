import type { Permission } from './permissions';
import { distinct, readOf, writeOf, anyCovers } from './permissions';

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
  const missing = types.filter((type) => !holds(type));
  if (missing.length === 0) return 'all';
  return missing.some((type) => isBase.has(type)) ? 'no' : 'older';
}

function operatorHolding(permissions: readonly Permission[], types: readonly string[]): Holding {
  const unscoped = permissions.filter(({ resource }) => !resource.orgID && !resource.id);
  return held(
    types,
    (type) => anyCovers(unscoped, readOf(type)) && anyCovers(unscoped, writeOf(type)),
  );
}

function soleOrg(permissions: readonly Permission[]): string | undefined {
  const orgs = new Set<string>();
  for (const { resource } of permissions) {
    if (resource.orgID) orgs.add(resource.orgID);
    else if (resource.type === 'orgs' && resource.id) orgs.add(resource.id);
  }
  const [org] = orgs;
  return orgs.size === 1 ? org : undefined;
}

function allAccessHolding(permissions: readonly Permission[], types: readonly string[]): Holding {
  const orgID = soleOrg(permissions);
  const hasUnscoped = permissions.some(({ resource }) => !resource.orgID && !resource.id);
  if (!orgID || hasUnscoped) return 'no';
  const orgWide = permissions.filter(({ resource }) => resource.orgID === orgID && !resource.id);
  const users = permissions.filter(({ resource }) => resource.type === 'users' && resource.id);
  return held(types, (type) => {
    if (type === 'orgs') return anyCovers(permissions, readOf('orgs', { id: orgID }));
    if (type === 'users') return new Set(users.map(({ action }) => action)).size === 2;
    return (
      anyCovers(orgWide, readOf(type, { orgID })) && anyCovers(orgWide, writeOf(type, { orgID }))
    );
  });
}

function bucketClass(permissions: readonly Permission[]): TokenClass {
  const reads = permissions.some(({ action }) => action === 'read');
  const writes = permissions.some(({ action }) => action === 'write');
  const onlyBuckets = permissions.every(
    ({ resource }) => resource.type === 'buckets' && resource.id,
  );
  if (onlyBuckets && reads && writes) return 'read/write';
  if (onlyBuckets && writes) return 'write-only';
  if (reads && !writes) return 'read-only';
  return 'custom';
}

/** `types` are those of `/api/v2/resources`. A v1 user has its class by what it is, not by what it holds. */
export function classify(
  granted: readonly Permission[],
  types: readonly string[] = knownTypes,
): Classification {
  const permissions = distinct(granted).filter(({ resource }) => resource.type !== 'instance');
  const served = types.filter((type) => type !== 'instance');
  const operator = operatorHolding(permissions, served);
  if (operator !== 'no') return { class: 'operator', olderSet: operator === 'older' };
  const allAccess = allAccessHolding(permissions, served);
  if (allAccess !== 'no') return { class: 'all-access', olderSet: allAccess === 'older' };
  return { class: bucketClass(permissions), olderSet: false };
}
