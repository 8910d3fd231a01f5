import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';
import { send } from './send';
import type { User } from './users';

export type Role = 'owner' | 'member';

export interface Member extends User {
  role: Role;
}

/** One user in one org: there is at most one role. */
export interface Membership {
  orgID: string;
  userID: string;
  role: Role;
}

const path = ({ orgID, role }: Pick<Membership, 'orgID' | 'role'>) =>
  `/api/v2/orgs/${orgID}/${role}s`;

export const memberCalls = {
  /** Refused (500) for a user who has any role there. */
  add: (membership: Membership): ApiCall => ({
    method: 'POST',
    path: path(membership),
    body: { id: membership.userID },
  }),
  /** Removes whatever role the user has. */
  remove: (membership: Membership): ApiCall => ({
    method: 'DELETE',
    path: `${path(membership)}/${membership.userID}`,
  }),
};

async function membersOf(orgID: string, signal: AbortSignal): Promise<Member[]> {
  const of = (role: Role) => request<{ users: Member[] }>(path({ orgID, role }), { signal });
  const [owners, members] = await Promise.all([of('owner'), of('member')]);
  return [...owners.users, ...members.users];
}

export const memberQueries = {
  /** Owners first. Not paged by the server. */
  inOrg: (orgID: string) =>
    queryOptions({
      queryKey: ['members', 'inOrg', orgID],
      queryFn: ({ signal }) => membersOf(orgID, signal),
    }),
};

export const memberMutations = {
  add: mutationOptions({
    mutationFn: (membership: Membership) => send<Member>(memberCalls.add(membership)),
    meta: {
      done: 'Member added',
      errorShownInForm: true,
      changesCaller: true,
      calls: (membership: Membership) => [memberCalls.add(membership)],
    },
  }),
  remove: mutationOptions({
    mutationFn: (membership: Membership) => send<undefined>(memberCalls.remove(membership)),
    meta: {
      done: 'Member removed',
      errorShownInForm: true,
      changesCaller: true,
      calls: (membership: Membership) => [memberCalls.remove(membership)],
    },
  }),
};
