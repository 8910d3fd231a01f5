import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';

export type OrgRole = 'owner' | 'member';

/** What the sessions of an owner or a member of an org hold: users are never among it, as they are asked for by id. */
export function orgRolePermissions(
  role: OrgRole,
  orgID: string,
  types: readonly string[],
): Permission[] {
  return types.flatMap((type) => {
    const place = type === 'orgs' ? { id: orgID } : { orgID };
    return role === 'owner' ? [readOf(type, place), writeOf(type, place)] : [readOf(type, place)];
  });
}

/** What the session of a member of a bucket holds. The server grants the owner of a bucket nothing. */
export function bucketMemberPermissions(bucketID: string): Permission[] {
  return [readOf('buckets', { id: bucketID })];
}
