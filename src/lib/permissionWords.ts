import type { Permission, PermissionResource } from './permissions';
import type { Surroundings } from './surroundings';

/** How a type is called in a sentence: `notificationRules` → `notification rules`. */
export function typeWords(type: string): string {
  if (type === 'authorizations') return 'tokens';
  if (type === 'dbrp') return 'DBRP mappings';
  return type.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
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

/** The named resource does not exist (any more). Told for buckets, orgs and users only. */
export function isGone(resource: PermissionResource, around: Surroundings): boolean {
  return (
    around.isComplete &&
    resource.id !== undefined &&
    named.has(resource.type) &&
    resourceName(resource, around) === undefined
  );
}

function singular(type: string): string {
  return type.endsWith('s') ? type.slice(0, -1) : type;
}

/** `read bucket “airsensors”`, `write tasks in iot`, `read buckets in every org`. */
export function permissionWords({ action, resource }: Permission, around: Surroundings): string {
  const { type, orgID, id } = resource;
  const words = typeWords(type);
  if (id !== undefined) {
    const name = resourceName(resource, around);
    const what = `${action} ${singular(words)}`;
    if (name !== undefined) return `${what} “${name}”`;
    return `${what} ${id}${isGone(resource, around) ? ' (gone)' : ''}`;
  }
  if (orgID === undefined) return `${action} ${words} in every org`;
  return `${action} ${words} in ${around.orgs.get(orgID) ?? resource.org ?? orgID}`;
}
