import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';
import { send } from './send';
import type { Token, TokenChange, TokenDraft, TokenList } from './tokens';

/** Listed as a token is, its user name in `token`. */
export type V1User = Token;

export interface V1UserDraft extends TokenDraft {
  /** The user name: unique on the server, and never changed. */
  token: string;
}

export interface V1Password {
  id: string;
  password: string;
}

const path = '/private/legacy/authorizations';

export const v1UserCalls = {
  /** Without a password it cannot log in: that is a call of its own. */
  create: (body: V1UserDraft): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, patch }: TokenChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
  setPassword: ({ id, password }: V1Password): ApiCall => ({
    method: 'POST',
    path: `${path}/${id}/password`,
    body: { password },
    secrets: ['password'],
  }),
};

export const v1UserQueries = {
  all: queryOptions({
    queryKey: ['v1Users', 'all'],
    queryFn: async ({ signal }) => (await request<TokenList>(path, { signal })).authorizations,
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['v1Users', 'one', id],
      queryFn: ({ signal }) => request<V1User>(`${path}/${id}`, { signal }),
    }),
};

export const v1UserMutations = {
  create: mutationOptions({
    mutationFn: (draft: V1UserDraft) => send<V1User>(v1UserCalls.create(draft)),
    meta: {
      done: 'v1 user created',
      errorShownInForm: true,
      calls: (draft: V1UserDraft) => [v1UserCalls.create(draft)],
    },
  }),
  update: mutationOptions({
    mutationFn: (change: TokenChange) => send<V1User>(v1UserCalls.update(change)),
    meta: {
      done: 'v1 user saved',
      errorShownInForm: true,
      calls: (change: TokenChange) => [v1UserCalls.update(change)],
    },
  }),
  remove: mutationOptions({
    mutationFn: (id: string) => send<undefined>(v1UserCalls.remove(id)),
    meta: {
      done: 'v1 user deleted',
      errorShownInForm: true,
      calls: (id: string) => [v1UserCalls.remove(id)],
      isGone: (id: string, key: QueryKey) => key.includes(id),
    },
  }),
  setPassword: mutationOptions({
    mutationFn: (change: V1Password) => send<undefined>(v1UserCalls.setPassword(change)),
    gcTime: 0,
    meta: {
      done: 'Password set',
      errorShownInForm: true,
      calls: (change: V1Password) => [v1UserCalls.setPassword(change)],
    },
  }),
};
