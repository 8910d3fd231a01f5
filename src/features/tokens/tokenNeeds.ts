import type { Capability } from '@/lib/capability';
import type { Permission } from '@/lib/permissions';
import { writeOf } from '@/lib/permissions';
import type { TokenRow } from './tokenRows';

type Changed = Pick<TokenRow, 'id' | 'orgID' | 'userID'>;

/** The server asks for both to rename, to flip the status and to delete. */
export function neededToChange({ id, orgID, userID }: Changed): [Permission, Permission] {
  return [writeOf('authorizations', { orgID, id }), writeOf('users', { id: userID })];
}

/** Why the caller may not change the token; undefined when it may, or when that is unknown. */
export function changeObstacle(
  row: Changed,
  can: (needed: Permission) => Capability,
): string | undefined {
  return neededToChange(row)
    .map(can)
    .find(({ answer }) => answer === 'no')?.reason;
}
