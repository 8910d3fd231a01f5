import type { QueryClient } from '@tanstack/react-query';
import { callerQueries } from '@/api/caller';
import { userQueries } from '@/api/users';
import type { KnownBucket, Surroundings } from '@/lib/surroundings';

function isBucket(row: unknown): row is KnownBucket {
  return typeof row === 'object' && row !== null && 'id' in row && 'orgID' in row && 'name' in row;
}

/** Names for ids as far as some screen has asked for them: nothing is asked for this. */
export function namesIn(client: QueryClient): Surroundings {
  const orgs = client.getQueryData(callerQueries.current.queryKey)?.orgs ?? [];
  const named = orgs.flatMap(({ id, name }) => (name === undefined ? [] : [[id, name] as const]));
  const lists = client.getQueriesData<unknown>({ queryKey: ['buckets'] });
  const buckets = lists.flatMap(([, data]) => data).filter(isBucket);
  const users = client.getQueryData(userQueries.all.queryKey) ?? [];
  return {
    types: [],
    orgs: new Map(named),
    buckets: new Map(buckets.map((bucket) => [bucket.id, bucket])),
    users: new Map(users.map((user) => [user.id, user])),
    isComplete: false,
  };
}
