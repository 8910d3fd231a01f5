import { queryOptions } from '@tanstack/react-query';
import type { Permission } from '@/lib/permissions';
import { request } from './client';

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

export const tokenQueries = {
  all: queryOptions({
    queryKey: ['tokens', 'all'],
    queryFn: async ({ signal }) =>
      (await request<TokenList>('/api/v2/authorizations', { signal })).authorizations,
  }),
};
