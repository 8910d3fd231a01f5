import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** Which bucket answers for a database and retention policy of the 1.x paths. */
export interface Dbrp {
  id: string;
  database: string;
  retention_policy: string;
  default: boolean;
  /** Computed from the bucket's name, not stored: id and bucketID are the same. */
  virtual: boolean;
  orgID: string;
  bucketID: string;
}

export interface DbrpList {
  content: Dbrp[];
}

export const dbrpQueries = {
  inOrg: (orgID: string) =>
    queryOptions({
      queryKey: ['dbrps', 'inOrg', orgID],
      queryFn: async ({ signal }) =>
        (await request<DbrpList>('/api/v2/dbrps', { query: { orgID }, signal })).content,
    }),
};
