import type { HeldByName } from '@/lib/permissionIndex';
import { indexOf, isIdle } from '@/lib/permissionIndex';
import { nameOfId, orgName } from '@/lib/permissionWords';
import type { Permission, PermissionResource } from '@/lib/permissions';
import type { Surroundings } from '@/lib/surroundings';

/** What is held on one thing: a line of the matrix of permissions. */
export interface PermissionScope {
  key: string;
  resource: Pick<PermissionResource, 'type' | 'orgID' | 'id'>;
  scope: 'Global' | 'Org' | 'Resource';
  /** Where, or the name or id of what. */
  name: string;
  reads: boolean;
  writes: boolean;
  /** The resource does not exist (any more). */
  isGone: boolean;
  /** The server never asks for it. */
  isIdle: boolean;
}

/** Without duplicates, by type in the server's order, the widest scope first. */
export function permissionScopes(
  permissions: readonly Permission[],
  around: Surroundings,
): PermissionScope[] {
  const { everywhere, inOrg, byId } = indexOf(permissions);
  const line = (
    resource: PermissionScope['resource'],
    bits: number,
    rest: Pick<PermissionScope, 'scope' | 'name'> & Partial<PermissionScope>,
  ): PermissionScope => ({
    key: [resource.type, resource.orgID ?? '', resource.id ?? ''].join(' '),
    resource,
    reads: (bits & 1) !== 0,
    writes: (bits & 2) !== 0,
    isGone: false,
    isIdle: isIdle(resource),
    ...rest,
  });
  const scopesOf = (type: string): PermissionScope[] => {
    const wide = everywhere.get(type);
    const orgs = [...inOrg].flatMap(([orgID, types]) => {
      const bits = types.get(type);
      return bits
        ? [line({ type, orgID }, bits, { scope: 'Org', name: orgName(orgID, around) })]
        : [];
    });
    const single = [...(byId.get(type) ?? (new Map() as HeldByName))].map(([id, bits]) => {
      const name = nameOfId(type, id, permissions, around);
      const isGone = name === undefined && around.isComplete && named.has(type);
      return line({ type, id }, bits, { scope: 'Resource', name: name ?? id, isGone });
    });
    return [
      ...(wide ? [line({ type }, wide, { scope: 'Global', name: 'every org' })] : []),
      ...orgs,
      ...single,
    ];
  };
  const types = new Set([
    ...around.types,
    ...[everywhere, ...inOrg.values(), byId].flatMap((held) => [...held.keys()]),
  ]);
  return [...types].flatMap(scopesOf);
}

const named = new Set(['buckets', 'orgs', 'users']);
