import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { QueryFunctionContext } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { runPool } from '@/lib/pool';
import type { Step } from '@/lib/rollback';
import { request } from './client';
import { HttpError, messageOf } from './errors';
import { sendFlow } from './flow';
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

/** Members of many orgs, as far as they have been asked for. */
export interface EveryMember {
  byOrg: ReadonlyMap<string, readonly Member[]>;
  /** Orgs whose members the server did not tell. */
  hidden: readonly string[];
  isComplete: boolean;
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
  /** The server changes no role: out, and in again. */
  changeRole: (membership: Membership): ApiCall[] => [
    memberCalls.remove(membership),
    memberCalls.add(inOtherRole(membership)),
  ],
};

export function isMemberCall({ path: sent }: Pick<ApiCall, 'path'>): boolean {
  return /^\/api\/v2\/orgs\/\w+\/(members|owners)/.test(sent);
}

export function otherRole(role: Role): Role {
  return role === 'owner' ? 'member' : 'owner';
}

function inOtherRole(membership: Membership): Membership {
  return { ...membership, role: otherRole(membership.role) };
}

function isMapped(error: unknown): boolean {
  return error instanceof HttpError && messageOf(error).endsWith('already exists');
}

/** In between the user has no role; a failure there is repaired by giving the old one back. */
function roleChangeSteps(membership: Membership): Step[] {
  const { role } = membership;
  return [
    {
      name: `Removing the role ${role}`,
      call: () => memberCalls.remove(membership),
      undo: {
        call: () => memberCalls.add(membership),
        done: `the role ${role} was given back`,
        left: `the role ${role} is gone, and could not be given back`,
        isNeedless: isMapped,
      },
    },
    {
      name: `Giving the role ${otherRole(role)}`,
      call: () => memberCalls.add(inOtherRole(membership)),
    },
  ];
}

async function membersOf(orgID: string, signal: AbortSignal): Promise<Member[]> {
  const of = (role: Role) => request<{ users: Member[] }>(path({ orgID, role }), { signal });
  const [owners, members] = await Promise.all([of('owner'), of('member')]);
  return [...owners.users, ...members.users];
}

/** Orgs asked at the same time: two calls each. */
const atOnce = 3;
/** How often what is known so far is shown. */
const showEveryMs = 400;

/** Org by org, and what is known is shown meanwhile: a server may have hundreds. */
async function everyMember(
  { client, queryKey, signal }: QueryFunctionContext,
  orgIDs: readonly string[],
): Promise<EveryMember> {
  const isFirst = !client.getQueryData<EveryMember>(queryKey)?.isComplete;
  const byOrg = new Map<string, readonly Member[]>();
  const hidden: string[] = [];
  let shownAt = Date.now();
  await runPool(orgIDs, atOnce, async (orgID) => {
    signal.throwIfAborted();
    try {
      byOrg.set(orgID, await client.fetchQuery(memberQueries.inOrg(orgID)));
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      hidden.push(orgID);
    }
    if (!isFirst || Date.now() - shownAt < showEveryMs) return;
    shownAt = Date.now();
    client.setQueryData<EveryMember>(queryKey, {
      byOrg: new Map(byOrg),
      hidden: [...hidden],
      isComplete: false,
    });
  });
  return { byOrg, hidden, isComplete: true };
}

export const memberQueries = {
  /** Owners first. Not paged by the server. */
  inOrg: (orgID: string) =>
    queryOptions({
      queryKey: ['members', 'inOrg', orgID],
      queryFn: ({ signal }) => membersOf(orgID, signal),
    }),
  inOrgs: (orgIDs: readonly string[]) =>
    queryOptions({
      queryKey: ['members', 'inOrgs', orgIDs],
      queryFn: (context) => everyMember(context, orgIDs),
      staleTime: 60_000,
      refetchOnWindowFocus: false,
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
  /** The membership as it is. */
  changeRole: mutationOptions({
    mutationFn: (membership: Membership) => sendFlow(roleChangeSteps(membership)),
    meta: {
      done: 'Role changed',
      errorShownInForm: true,
      changesCaller: true,
      calls: memberCalls.changeRole,
    },
  }),
};
