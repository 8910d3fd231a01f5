import type { EveryMember, Role } from '@/api/members';
import type { User } from '@/api/users';

export interface UserRow extends User {
  /** By org name. */
  roles: readonly { orgID: string; org: string; role: Role }[];
  /** Undefined while they are not known, or where the caller may not list them. */
  tokens: number | undefined;
  v1Users: number | undefined;
  /** The user of the credential in use. */
  isCaller: boolean;
}

export interface UserSources {
  users: readonly User[];
  members: EveryMember | undefined;
  /** Id → name. */
  orgs: ReadonlyMap<string, string>;
  tokens: readonly { userID: string }[] | undefined;
  v1Users: readonly { userID: string }[] | undefined;
  callerID: string | undefined;
}

function countByOwner(rows: UserSources['tokens']): ReadonlyMap<string, number> | undefined {
  if (!rows) return undefined;
  const counts = new Map<string, number>();
  for (const { userID } of rows) counts.set(userID, (counts.get(userID) ?? 0) + 1);
  return counts;
}

/** All users that are listed, and those that only the members of an org make known. */
export function userRows(sources: UserSources): UserRow[] {
  const { users, members, orgs, callerID } = sources;
  const tokens = countByOwner(sources.tokens);
  const v1Users = countByOwner(sources.v1Users);
  const known = new Map<string, User>(users.map((user) => [user.id, user]));
  const roles = new Map<string, UserRow['roles'][number][]>();
  for (const [orgID, org] of orgs) {
    for (const { role, id, name, status } of members?.byOrg.get(orgID) ?? []) {
      if (!known.has(id)) known.set(id, { id, name, status });
      const held = roles.get(id);
      if (held) held.push({ orgID, org, role });
      else roles.set(id, [{ orgID, org, role }]);
    }
  }
  const listed = new Set(users.map(({ id }) => id));
  return [...known.values()].map(({ id, name, status }) => ({
    id,
    name,
    status,
    roles: roles.get(id) ?? [],
    // Whoever may not read a user may not list what it owns.
    tokens: listed.has(id) ? tokens && (tokens.get(id) ?? 0) : undefined,
    v1Users: listed.has(id) ? v1Users && (v1Users.get(id) ?? 0) : undefined,
    isCaller: id === callerID,
  }));
}

/** `iot (owner), factory (member)` */
export function rolesText({ roles }: Pick<UserRow, 'roles'>): string {
  return roles.map(({ org, role }) => `${org} (${role})`).join(', ');
}
