import type { Capability } from './capability';
import type { Permission } from './permissions';
import { writeOf } from './permissions';
import type { Credential } from './surroundings';

type Changed = Pick<Credential, 'id' | 'orgID' | 'userID'>;

/** The server asks for both to rename a token or v1 user, to flip its status and to delete it. */
export function neededToChange({ id, orgID, userID }: Changed): [Permission, Permission] {
  return [writeOf('authorizations', { orgID, id }), writeOf('users', { id: userID })];
}

/** Why the caller may not change it; undefined when it may, or when that is unknown. */
export function changeObstacle(
  credential: Changed,
  can: (needed: Permission) => Capability,
): string | undefined {
  return neededToChange(credential)
    .map(can)
    .find(({ answer }) => answer === 'no')?.reason;
}
