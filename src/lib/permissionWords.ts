import type { Bits } from './permissionIndex';
import type { Permission, PermissionResource } from './permissions';
import type { Surroundings } from './surroundings';

export const actionVerbs: Readonly<Record<Bits, string>> = {
  0: '',
  1: 'reads',
  2: 'writes',
  3: 'reads and writes',
};

const words = new Map([
  ['authorizations', 'tokens'],
  ['dbrp', 'DBRP mappings'],
]);

/** How a type is called in a sentence: `notificationRules` → `notification rules`. */
export function typeWords(type: string): string {
  let found = words.get(type);
  if (found === undefined) {
    found = type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    words.set(type, found);
  }
  return found;
}

export function singular(type: string): string {
  const many = typeWords(type);
  return many.endsWith('s') ? many.slice(0, -1) : many;
}

const named = new Set(['buckets', 'orgs', 'users']);

/** The name of what an id in a permission stands for; undefined where it cannot be told. */
export function resourceName(
  { type, id, name }: PermissionResource,
  { orgs, buckets, users }: Surroundings,
): string | undefined {
  if (name !== undefined) return name;
  if (id === undefined) return undefined;
  if (type === 'orgs') return orgs.get(id);
  if (type === 'users') return users.get(id)?.name;
  return type === 'buckets' ? buckets.get(id)?.name : undefined;
}

/** As `resourceName`, by the id alone: for sets whose scopes were sorted out. */
export function nameOfId(
  type: string,
  id: string,
  permissions: readonly Permission[],
  around: Surroundings,
): string | undefined {
  const known = resourceName({ type, id }, around);
  if (known !== undefined) return known;
  return permissions.find(({ resource }) => resource.id === id && resource.type === type)?.resource
    .name;
}

/** The named resource does not exist (any more). Told for buckets, orgs and users only. */
export function isGone(resource: PermissionResource, around: Surroundings): boolean {
  return (
    around.isComplete &&
    resource.id !== undefined &&
    named.has(resource.type) &&
    resourceName(resource, around) === undefined
  );
}

export function orgName(orgID: string, { orgs }: Pick<Surroundings, 'orgs'>): string {
  return orgs.get(orgID) ?? orgID;
}

/** The org of a bucket is that of the bucket: names of buckets are unique in their org only. */
function ofOrg({ type, id, orgID, org }: PermissionResource, around: Surroundings): string {
  if (type !== 'buckets' || id === undefined) return '';
  const own = around.buckets.get(id)?.orgID ?? orgID;
  if (own === undefined) return '';
  return ` of ${around.orgs.get(own) ?? org ?? own}`;
}

/** `read bucket “airsensors” of iot`, `write tasks in iot`, `read buckets in every org`. */
export function permissionWords({ action, resource }: Permission, around: Surroundings): string {
  const { type, orgID, id } = resource;
  if (id !== undefined) {
    const name = resourceName(resource, around);
    const what = `${action} ${singular(type)}`;
    if (name !== undefined) return `${what} “${name}”${ofOrg(resource, around)}`;
    return `${what} ${id}${isGone(resource, around) ? ' (gone)' : ''}`;
  }
  if (orgID === undefined) return `${action} ${typeWords(type)} in every org`;
  return `${action} ${typeWords(type)} in ${around.orgs.get(orgID) ?? resource.org ?? orgID}`;
}
