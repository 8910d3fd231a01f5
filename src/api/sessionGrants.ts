import { queryOptions } from '@tanstack/react-query';
import type { Permission } from '@/lib/permissions';
import { request } from './client';
import type { User } from './users';

/** What sessions hold besides the roles in an org. */
export const sessionGrantQueries = {
  /** Of one bucket: they read it. Not paged by the server. */
  bucketMembers: (bucketID: string) =>
    queryOptions({
      queryKey: ['members', 'ofBucket', bucketID],
      queryFn: async ({ signal }) =>
        (await request<{ users: User[] }>(`/api/v2/buckets/${bucketID}/members`, { signal })).users,
    }),
  /** From all roles of a user, without those of its tokens. The InfluxDB documentation does not name this path. */
  ofUser: (userID: string) =>
    queryOptions({
      queryKey: ['users', 'permissions', userID],
      queryFn: ({ signal }) =>
        request<Permission[]>(`/api/v2/users/${userID}/permissions`, { signal }),
    }),
};
