import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import type { Permission } from '@/lib/permissions';
import { request } from './client';
import { send } from './send';

/** An API token; a v1 user looks the same, with its user name in `token`. */
export interface Token {
  id: string;
  /** `""` where the server keeps only a hash: a fact of each row, not of the server. */
  token: string;
  status: 'active' | 'inactive';
  description: string;
  orgID: string;
  org: string;
  userID: string;
  user: string;
  permissions: Permission[];
  createdAt: string;
  updatedAt: string;
}

export interface TokenList {
  authorizations: Token[];
}

export interface TokenDraft {
  orgID: string;
  /** The owner; without it the caller. */
  userID?: string;
  description: string;
  status?: Token['status'];
  permissions: readonly Permission[];
}

/** Permissions cannot be changed: a server ignores them here. */
export interface TokenChange {
  id: string;
  patch: { status?: Token['status']; description?: string };
}

const path = '/api/v2/authorizations';

export const tokenCalls = {
  create: (body: TokenDraft): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, patch }: TokenChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
};

export const tokenQueries = {
  /** Of every org that the caller sees; never paged. */
  all: queryOptions({
    queryKey: ['tokens', 'all'],
    queryFn: async ({ signal }) => (await request<TokenList>(path, { signal })).authorizations,
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['tokens', 'one', id],
      queryFn: ({ signal }) => request<Token>(`${path}/${id}`, { signal }),
    }),
};

export const tokenMutations = {
  /** The answer holds the secret, for the only time on a server that hashes: it is not kept anywhere. */
  create: mutationOptions({
    mutationFn: (draft: TokenDraft) => send<Token>(tokenCalls.create(draft)),
    gcTime: 0,
    meta: {
      done: 'Token created',
      errorShownInForm: true,
      calls: (draft: TokenDraft) => [tokenCalls.create(draft)],
    },
  }),
  update: mutationOptions({
    mutationFn: (change: TokenChange) => send<Token>(tokenCalls.update(change)),
    meta: {
      done: 'Token saved',
      errorShownInForm: true,
      changesCaller: true,
      calls: (change: TokenChange) => [tokenCalls.update(change)],
    },
  }),
  remove: mutationOptions({
    mutationFn: (id: string) => send<undefined>(tokenCalls.remove(id)),
    meta: {
      done: 'Token deleted',
      errorShownInForm: true,
      changesCaller: true,
      calls: (id: string) => [tokenCalls.remove(id)],
      isGone: (id: string, key: QueryKey) => key.includes(id),
    },
  }),
};
