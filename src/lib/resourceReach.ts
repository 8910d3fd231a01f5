import type { Action, Permission } from './permissions';
import type { PermissionIndex } from './permissionIndex';
import { bitOf, indexOf, isIdle } from './permissionIndex';
import { nameOfId, orgName } from './permissionWords';
import type { Surroundings } from './surroundings';

export interface ReachedResource {
  id: string;
  /** Known for orgs and users, and where the server told it. */
  name?: string;
  /** It is known that there is none (any more). */
  isGone: boolean;
}

/** How far an action goes; what is granted wider is not listed again. */
export interface Extent {
  isEverywhere: boolean;
  /** In which orgs everything of the type is reached. */
  orgs: { id: string; name: string }[];
  /** Single ones besides. */
  ids: ReachedResource[];
}

export interface ResourceReach {
  type: string;
  read?: Extent;
  write?: Extent;
}

function extent(
  type: string,
  action: Action,
  { everywhere, inOrg, byId }: PermissionIndex,
  resource: (type: string, id: string) => ReachedResource,
  around: Surroundings,
): Extent | undefined {
  const bit = bitOf[action];
  const wide = (everywhere.get(type) ?? 0) | (everywhere.get('instance') ?? 0);
  if (wide & bit) return { isEverywhere: true, orgs: [], ids: [] };
  const orgs = [...inOrg]
    .filter(([orgID, types]) => (types.get(type) ?? 0) & bit && !isIdle({ type, orgID }))
    .map(([id]) => ({ id, name: orgName(id, around) }));
  const ids = [...(byId.get(type) ?? [])]
    .filter(([, bits]) => bits & bit)
    .map(([id]) => resource(type, id));
  return orgs.length + ids.length > 0 ? { isEverywhere: false, orgs, ids } : undefined;
}

/** Every resource type other than buckets that the permissions read or write, in the server's order. */
export function resourceReach(
  permissions: readonly Permission[],
  around: Surroundings,
): ResourceReach[] {
  const index = indexOf(permissions);
  const { everywhere, inOrg, byId } = index;
  const held = [everywhere, ...inOrg.values(), byId].flatMap((map) => [...map.keys()]);
  const types = new Set([...around.types, ...held]);
  const isListed = new Set(['orgs', 'users']);
  const resource = (type: string, id: string): ReachedResource => {
    const name = nameOfId(type, id, permissions, around);
    const isGone = name === undefined && around.isComplete && isListed.has(type);
    return { id, ...(name !== undefined && { name }), isGone };
  };
  const reached: ResourceReach[] = [];
  for (const type of types) {
    if (type === 'buckets' || type === 'instance') continue;
    const read = extent(type, 'read', index, resource, around);
    const write = extent(type, 'write', index, resource, around);
    if (read ?? write) reached.push({ type, ...(read && { read }), ...(write && { write }) });
  }
  return reached;
}
