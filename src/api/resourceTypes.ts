import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

export const resourceTypeQueries = {
  /** In the server's order, with `instance` from 2.4 on. Any credential may ask. */
  all: queryOptions({
    queryKey: ['resourceTypes'],
    queryFn: ({ signal }) => request<string[]>('/api/v2/resources', { signal }),
    staleTime: Infinity,
  }),
};
