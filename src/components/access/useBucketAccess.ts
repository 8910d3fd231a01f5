import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { BucketRoles } from '@/api/sessionGrants';
import { sessionGrantQueries } from '@/api/sessionGrants';
import { useCaller } from '@/components/useCaller';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import type { Reacher } from '@/lib/bucketAccess';
import { credentialReachers } from '@/lib/bucketAccess';
import { peopleOf, sessionReachers } from '@/lib/sessionAccess';
import type { KnownBucket, KnownUser, Surroundings } from '@/lib/surroundings';
import { someOnly } from './SomeOnly';

export interface BucketAccess {
  reachers: readonly Reacher[];
  /** What is not among them, in sentences. */
  gaps: readonly string[];
}

/** Ids grow with time, so this is who set the server up, or whoever is the oldest left. */
function eldestOf(users: Surroundings['users']): KnownUser | undefined {
  let eldest: KnownUser | undefined;
  for (const user of users.values()) if (!eldest || user.id < eldest.id) eldest = user;
  return eldest;
}

function gapsOf({ inOrg, ofBucket }: BucketRoles, isOperator: boolean): string[] {
  return [
    ...(isOperator ? [] : [someOnly]),
    ...(inOrg ? [] : ['The members of the org cannot be read.']),
    ...(ofBucket ? [] : ['The members of the bucket cannot be read.']),
  ];
}

/** Every credential and session that reads or writes the bucket, as far as the caller sees. Suspends. */
export function useBucketAccess(bucket: KnownBucket): BucketAccess {
  const { caller } = useCaller();
  const around = useSurroundings();
  const credentials = useCredentials();
  const eldest = caller.isOperator ? eldestOf(around.users) : undefined;
  const { data: roles } = useSuspenseQuery(sessionGrantQueries.onBucket(bucket, eldest?.id));
  const reachers = useMemo(() => {
    const { inOrg = [], ofBucket = [], ofEldest = [] } = roles;
    const isSuperuser = ofEldest.some(({ resource }) => resource.type === 'instance');
    const people = peopleOf(
      {
        owners: inOrg.filter(({ role }) => role === 'owner'),
        members: inOrg.filter(({ role }) => role === 'member'),
        bucketMembers: ofBucket,
        superuser: isSuperuser ? eldest : undefined,
      },
      bucket,
      around,
    );
    const reached = credentialReachers(bucket, credentials, around);
    return [...reached, ...sessionReachers(bucket, people, reached)];
  }, [roles, eldest, bucket, credentials, around]);
  return { reachers, gaps: gapsOf(roles, caller.isOperator) };
}
