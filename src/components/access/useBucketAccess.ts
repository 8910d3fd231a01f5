import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { memberQueries } from '@/api/members';
import { sessionGrantQueries } from '@/api/sessionGrants';
import { useCaller } from '@/components/useCaller';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import type { Reacher } from '@/lib/bucketAccess';
import { credentialReachers } from '@/lib/bucketAccess';
import { peopleOf, sessionReachers } from '@/lib/sessionAccess';
import type { KnownBucket, KnownUser, Surroundings } from '@/lib/surroundings';

export interface BucketAccess {
  reachers: readonly Reacher[];
  /** What is not among them, in sentences. */
  gaps: readonly string[];
}

/** Ids grow with time, so this is who set the server up, or whoever is the oldest left. */
function eldest(users: Surroundings['users']): KnownUser | undefined {
  let first: KnownUser | undefined;
  for (const user of users.values()) if (!first || user.id < first.id) first = user;
  return first;
}

/** Every credential and session that reads or writes the bucket, as far as the caller sees. Suspends. */
export function useBucketAccess(bucket: KnownBucket): BucketAccess {
  const { caller } = useCaller();
  const around = useSurroundings();
  const credentials = useCredentials();
  const [inOrg, ofBucket] = useQueries({
    queries: [memberQueries.inOrg(bucket.orgID), sessionGrantQueries.bucketMembers(bucket.id)],
  });
  const oldest = eldest(around.users);
  const { data: grants } = useQuery({
    ...sessionGrantQueries.ofUser(oldest?.id ?? ''),
    enabled: caller.isOperator && oldest !== undefined,
  });
  const isSuperuser = grants?.some(({ resource }) => resource.type === 'instance') ?? false;
  const reached = useMemo(
    () => credentialReachers(bucket, credentials, around),
    [bucket, credentials, around],
  );
  const { data: roles } = inOrg;
  const { data: bucketMembers } = ofBucket;
  const reachers = useMemo(() => {
    const people = peopleOf(
      {
        owners: (roles ?? []).filter(({ role }) => role === 'owner'),
        members: (roles ?? []).filter(({ role }) => role === 'member'),
        bucketMembers: bucketMembers ?? [],
        superuser: isSuperuser ? oldest : undefined,
      },
      bucket,
      around,
    );
    return [...reached, ...sessionReachers(bucket, people, reached)];
  }, [reached, roles, bucketMembers, isSuperuser, oldest, bucket, around]);
  const gaps = useMemo(() => {
    const sentences: string[] = [];
    if (!caller.isOperator) {
      sentences.push(
        'The server lists tokens and v1 users of others to an operator only: there may be more of them.',
      );
    }
    if (inOrg.isError) sentences.push('The members of the org cannot be read.');
    if (ofBucket.isError) sentences.push('The members of the bucket cannot be read.');
    return sentences;
  }, [caller.isOperator, inOrg.isError, ofBucket.isError]);
  return { reachers, gaps };
}
