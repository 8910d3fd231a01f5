import type { UseQueryResult } from '@tanstack/react-query';
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { findingSteps } from '@/lib/accessFindings';
import type { AccessFinding } from '@/lib/findings';
import { inSlices } from './inSlices';

interface Mappings {
  dbrps: readonly Dbrp[];
  /** In the order of the orgs. */
  isRefused: readonly boolean[];
  isPending: boolean;
}

function joined(results: readonly UseQueryResult<Dbrp[]>[]): Mappings {
  return {
    dbrps: results.flatMap(({ data = [] }) => data),
    isRefused: results.map(({ isError }) => isError),
    isPending: results.some(({ isPending }) => isPending),
  };
}

let made = 0;

/**
 * Everything that is found about the access to this server, as far as the caller sees it. Suspends until the
 * credentials are there, and is undefined until they are looked through; afterwards the last answer stays until the
 * next one is.
 */
export function useFindings(): readonly AccessFinding[] | undefined {
  const around = useSurroundings();
  const credentials = useCredentials();
  const orgIDs = useMemo(() => [...around.orgs.keys()], [around.orgs]);
  const { dbrps, isRefused, isPending } = useQueries({
    queries: orgIDs.map((orgID) => dbrpQueries.inOrg(orgID)),
    combine: joined,
  });
  // Too large for a key: the number stands for them, and nothing but this component asks for it.
  const asked = useMemo(
    () => ({ number: ++made, credentials, around, dbrps }),
    [credentials, around, dbrps],
  );
  const { data } = useQuery({
    queryKey: ['result', 'findings', asked.number],
    queryFn: ({ signal }) =>
      inSlices(findingSteps(asked.credentials, asked.around, asked.dbrps), signal),
    enabled: !isPending,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return useMemo(() => {
    // Without the mappings of an org nothing is known of its databases.
    const unknown = new Set(orgIDs.filter((_, index) => isRefused[index]));
    return data?.filter(
      ({ rule, credentials: [first] }) =>
        rule !== 'database-nowhere' || !unknown.has(first?.orgID ?? ''),
    );
  }, [data, orgIDs, isRefused]);
}
