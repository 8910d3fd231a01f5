import type { Permission } from './permissions';
import { distinct, permissionText } from './permissions';

/** What of a token is seen in a list, besides its id. */
interface Looks {
  orgID: string;
  userID: string;
  description: string;
  permissions: readonly Permission[];
}

function setText(permissions: readonly Permission[]): string {
  return distinct(permissions).map(permissionText).sort().join(' ');
}

/** Nobody could tell the two apart. */
export function areAlike(a: Looks, b: Looks): boolean {
  return (
    a.orgID === b.orgID &&
    a.userID === b.userID &&
    a.description === b.description &&
    setText(a.permissions) === setText(b.permissions)
  );
}
