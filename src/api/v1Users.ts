import { queryOptions } from '@tanstack/react-query';
import { request } from './client';
import type { TokenList } from './tokens';

/** A v1 user is listed as a token is, its user name in `token`. */
export const v1UserQueries = {
  all: queryOptions({
    queryKey: ['v1Users', 'all'],
    queryFn: async ({ signal }) =>
      (await request<TokenList>('/private/legacy/authorizations', { signal })).authorizations,
  }),
};
