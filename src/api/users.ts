import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { runPool } from '@/lib/pool';
import type { Step } from '@/lib/rollback';
import { request } from './client';
import { isNotFound } from './errors';
import { sendFlow } from './flow';
import type { Membership } from './members';
import { memberCalls } from './members';
import { allPages } from './pages';
import { send } from './send';
import { tokenCalls } from './tokens';
import { v1UserCalls } from './v1Users';

export interface User {
  id: string;
  name: string;
  status: 'active' | 'inactive';
}

export interface UserChange {
  id: string;
  patch: { name?: string; status?: User['status'] };
}

export interface UserPassword {
  id: string;
  password: string;
}

/** All it takes for a person to work: a user alone can neither sign in nor reach anything. */
export interface NewUser {
  name: string;
  password?: string;
  membership?: Omit<Membership, 'userID'>;
}

/** A token or a v1 user, by what it takes to delete it. */
export interface Owned {
  kind: 'token' | 'v1 user';
  id: string;
  name: string;
}

export interface UserRemoval {
  user: Pick<User, 'id' | 'name'>;
  /** Deleted before the user: afterwards the server hides them. */
  first: readonly Owned[];
  onProgress?: (count: number) => void;
}

/** Some of what was to go first could not be deleted, so the user was not either. */
export class NotRemovedError extends Error {
  readonly failures: readonly { owned: Owned; error: unknown }[];

  constructor(user: string, failures: NotRemovedError['failures'], total: number) {
    super(`${failures.length} of ${total} could not be deleted, so ${user} was not deleted either`);
    this.name = 'NotRemovedError';
    this.failures = failures;
  }
}

const path = '/api/v2/users';
/** Stands in the shown calls for an id that only the first answer tells. */
const newID = 'USER_ID';
/** Deletes sent at the same time. */
const atOnce = 4;

export const userCalls = {
  /** A user without a password cannot sign in, and belongs to no org: both are calls of their own. */
  create: (body: { name: string }): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, patch }: UserChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  /** Tokens of the user stay, unlisted. */
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
  setPassword: ({ id, password }: UserPassword): ApiCall => ({
    method: 'POST',
    path: `${path}/${id}/password`,
    body: { password },
    secrets: ['password'],
  }),
  /** The calls of `newUserSteps`; before the first of them ran, with a word in place of the id. */
  createAll: (draft: NewUser, id = newID): ApiCall[] =>
    newUserSteps(draft).map(({ call }) => call([{ id }])),
  removeOwned: ({ kind, id }: Pick<Owned, 'kind' | 'id'>): ApiCall =>
    kind === 'token' ? tokenCalls.remove(id) : v1UserCalls.remove(id),
  removeAll: ({ user, first }: UserRemoval): ApiCall[] => [
    ...first.map(userCalls.removeOwned),
    userCalls.remove(user.id),
  ],
};

function newUserSteps({ name, password, membership }: NewUser): Step[] {
  const idOf = ([user]: readonly unknown[]) => (user as User).id;
  const steps: Step[] = [
    {
      name: `Creating ${name}`,
      call: () => userCalls.create({ name }),
      undo: {
        call: (answers) => (answers.length > 0 ? userCalls.remove(idOf(answers)) : undefined),
        done: `${name} was deleted again`,
        left: `${name} stays on the server, unfinished`,
      },
    },
  ];
  if (password !== undefined) {
    steps.push({
      name: 'Setting the password',
      call: (answers) => userCalls.setPassword({ id: idOf(answers), password }),
    });
  }
  if (membership) {
    steps.push({
      name: `Adding ${name} to the org`,
      call: (answers) => memberCalls.add({ ...membership, userID: idOf(answers) }),
    });
  }
  return steps;
}

async function removeUser({ user, first, onProgress }: UserRemoval): Promise<void> {
  const failures: { owned: Owned; error: unknown }[] = [];
  let count = 0;
  await runPool(first, atOnce, async (owned) => {
    try {
      await removeOwned(owned);
    } catch (error) {
      failures.push({ owned, error });
    }
    onProgress?.(++count);
  });
  if (failures.length > 0) throw new NotRemovedError(user.name, failures, first.length);
  await send(userCalls.remove(user.id));
}

/** Gone already is as good. */
async function removeOwned(owned: Pick<Owned, 'kind' | 'id'>): Promise<void> {
  try {
    await send(userCalls.removeOwned(owned));
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

export const userQueries = {
  /** An operator gets all; others only themselves, or nobody. */
  all: queryOptions({
    queryKey: ['users', 'all'],
    queryFn: ({ signal }) => allPages<User>(path, 'users', {}, signal),
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['users', 'one', id],
      queryFn: ({ signal }) => request<User>(`${path}/${id}`, { signal }),
    }),
};

export const userMutations = {
  /** With password and org, or not at all. Rejects with FlowError. */
  create: mutationOptions({
    mutationFn: async (draft: NewUser) => (await sendFlow(newUserSteps(draft)))[0] as User,
    gcTime: 0,
    meta: {
      done: 'User created',
      errorShownInForm: true,
      calls: (draft: NewUser, user?: User) => userCalls.createAll(draft, user?.id),
    },
  }),
  update: mutationOptions({
    mutationFn: (change: UserChange) => send<User>(userCalls.update(change)),
    meta: {
      done: 'User saved',
      errorShownInForm: true,
      changesCaller: true,
      calls: (change: UserChange) => [userCalls.update(change)],
    },
  }),
  /** Rejects with NotRemovedError when something stays that was to go first. */
  remove: mutationOptions({
    mutationFn: removeUser,
    meta: {
      done: 'User deleted',
      errorShownInForm: true,
      calls: userCalls.removeAll,
      isGone: ({ user, first }: UserRemoval, key: QueryKey) =>
        key.includes(user.id) || first.some(({ id }) => key.includes(id)),
    },
  }),
  /** A token or v1 user that a deleted user left behind. */
  removeOwned: mutationOptions({
    mutationFn: removeOwned,
    meta: {
      done: 'Deleted',
      errorShownInForm: true,
      calls: (owned: Pick<Owned, 'kind' | 'id'>) => [userCalls.removeOwned(owned)],
    },
  }),
  setPassword: mutationOptions({
    mutationFn: (change: UserPassword) => send<undefined>(userCalls.setPassword(change)),
    gcTime: 0,
    meta: {
      done: 'Password set',
      errorShownInForm: true,
      calls: (change: UserPassword) => [userCalls.setPassword(change)],
    },
  }),
};
