import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export const resourceQueries = {
  /** Names of the resource types that permissions of this server can name, `instance` included. */
  types: queryOptions({
    queryKey: ['resources', 'types'],
    queryFn: ({ signal }) => request<string[]>('/api/v2/resources', { signal }),
    staleTime: Infinity,
  }),
};
