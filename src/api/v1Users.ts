import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { Token, TokenList } from './tokens';

/** A v1 user: the user name stands in `token`. */
export type V1User = Token;

export const v1UserQueries = {
  all: queryOptions({
    queryKey: ['v1Users', 'all'],
    queryFn: async ({ signal }) =>
      (await request<TokenList>('/private/legacy/authorizations', { signal })).authorizations,
  }),
};
