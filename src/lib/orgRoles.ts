import type { Permission } from './permissions';
import type { OrgRole } from './rolePermissions';

export interface OrgRoles {
  roles: { orgID: string; role: OrgRole }[];
  /** The user who set the server up: everything, also without a token. */
  isInstanceOwner: boolean;
}

/** The roles that the permissions of a user, without those of its tokens, come from. */
export function orgRoles(derived: readonly Permission[]): OrgRoles {
  const roles = new Map<string, OrgRole>();
  let isInstanceOwner = false;
  for (const { action, resource } of derived) {
    const { type, id } = resource;
    if (type === 'instance') isInstanceOwner ||= action === 'write';
    else if (type === 'orgs' && id !== undefined) {
      if (action === 'write') roles.set(id, 'owner');
      else if (!roles.has(id)) roles.set(id, 'member');
    }
  }
  return { roles: [...roles].map(([orgID, role]) => ({ orgID, role })), isInstanceOwner };
}
