import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';
import { allPages } from './pages';
import { send } from './send';

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

const path = '/api/v2/users';

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
};

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
  create: mutationOptions({
    mutationFn: (draft: { name: string }) => send<User>(userCalls.create(draft)),
    meta: {
      done: 'User created',
      errorShownInForm: true,
      calls: (draft: { name: string }) => [userCalls.create(draft)],
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
  remove: mutationOptions({
    mutationFn: (id: string) => send<undefined>(userCalls.remove(id)),
    meta: {
      done: 'User deleted',
      errorShownInForm: true,
      calls: (id: string) => [userCalls.remove(id)],
      isGone: (id: string, key: QueryKey) => key.includes(id),
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
