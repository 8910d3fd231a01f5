import { useSuspenseQueries, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bucket } from '@/api/buckets';
import { bucketQueries } from '@/api/buckets';
import { resourceTypeQueries } from '@/api/resourceTypes';
import { userQueries } from '@/api/users';
import type { Surroundings } from '@/lib/surroundings';
import { useCaller } from './useCaller';
import { useOrgs } from './useOrgs';

function byId<Row extends { id: string }>(rows: readonly Row[]): Map<string, Row> {
  return new Map(rows.map((row) => [row.id, row]));
}

/** Buckets of every org: in one list for an operator, org by org for others. Suspends. */
function useEveryBucket(): readonly Bucket[] {
  const { caller } = useCaller();
  const orgs = useOrgs();
  return useSuspenseQueries({
    queries: caller.isOperator
      ? [bucketQueries.everywhere]
      : orgs.map(({ id }) => bucketQueries.inOrg(id)),
    combine: joined,
  });
}

function joined(results: readonly { data: Bucket[] }[]): readonly Bucket[] {
  return results.flatMap(({ data }) => data);
}

/** What the caller sees of the server, to put names to ids. Only an operator is sure to see everything. Suspends. */
export function useSurroundings(): Surroundings {
  const { caller } = useCaller();
  const orgs = useOrgs();
  const buckets = useEveryBucket();
  const { data: users } = useSuspenseQuery(userQueries.all);
  const { data: types } = useSuspenseQuery(resourceTypeQueries.all);
  return useMemo(
    () => ({
      types: types.filter((type) => type !== 'instance'),
      orgs: new Map(orgs.map(({ id, name }) => [id, name ?? id])),
      buckets: byId(buckets),
      users: byId(users),
      isComplete: caller.isOperator,
    }),
    [types, orgs, buckets, users, caller.isOperator],
  );
}
