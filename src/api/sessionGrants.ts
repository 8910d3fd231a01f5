import { queryOptions } from '@tanstack/react-query';
import type { Permission } from '@/lib/permissions';
import { request } from './client';
import { HttpError } from './errors';
import type { Member } from './members';
import { memberQueries } from './members';
import type { User } from './users';

/** Whose sessions reach a bucket. Undefined: refused to the caller. */
export interface BucketRoles {
  inOrg: readonly Member[] | undefined;
  ofBucket: readonly User[] | undefined;
  /** What the roles of the eldest user grant: who set the server up may do everything. */
  ofEldest: readonly Permission[] | undefined;
}

/** A refusal is an answer here; a failing server is not. */
async function unlessRefused<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof HttpError && error.statusCode < 500) return undefined;
    throw error;
  }
}

export const sessionGrantQueries = {
  /** From all roles of a user, without those of its tokens. The InfluxDB documentation does not name this path. */
  ofUser: (userID: string) =>
    queryOptions({
      queryKey: ['users', 'permissions', userID],
      queryFn: ({ signal }) =>
        request<Permission[]>(`/api/v2/users/${userID}/permissions`, { signal }),
    }),
  /** Members are not paged by the server. */
  onBucket: ({ id, orgID }: { id: string; orgID: string }, eldestID: string | undefined) =>
    queryOptions({
      queryKey: ['members', 'onBucket', id, eldestID],
      queryFn: async ({ client, signal }): Promise<BucketRoles> => {
        const path = `/api/v2/buckets/${id}/members`;
        const [inOrg, ofBucket, ofEldest] = await Promise.all([
          unlessRefused(client.fetchQuery(memberQueries.inOrg(orgID))),
          unlessRefused(request<{ users: User[] }>(path, { signal })),
          eldestID !== undefined &&
            unlessRefused(client.fetchQuery(sessionGrantQueries.ofUser(eldestID))),
        ]);
        return { inOrg, ofBucket: ofBucket?.users, ofEldest: ofEldest || undefined };
      },
    }),
};
