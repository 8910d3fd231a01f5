import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { accessFindings } from '@/lib/accessFindings';
import type { AccessFinding } from '@/lib/findings';

interface Mappings {
  dbrps: readonly Dbrp[];
  /** In the order of the orgs: the answer is there. */
  isKnown: readonly boolean[];
}

function joined(results: readonly UseQueryResult<Dbrp[]>[]): Mappings {
  return {
    dbrps: results.flatMap(({ data = [] }) => data),
    isKnown: results.map(({ data }) => data !== undefined),
  };
}

/** Everything that is found about the access to this server, as far as the caller sees it. Suspends. */
export function useFindings(): readonly AccessFinding[] {
  const around = useSurroundings();
  const credentials = useCredentials();
  const orgIDs = useMemo(() => [...around.orgs.keys()], [around.orgs]);
  const { dbrps, isKnown } = useQueries({
    queries: orgIDs.map((orgID) => dbrpQueries.inOrg(orgID)),
    combine: joined,
  });
  return useMemo(() => {
    const unknown = new Set(orgIDs.filter((_, index) => !isKnown[index]));
    return accessFindings(credentials, around, dbrps).filter(
      ({ rule, credentials: [first] }) =>
        rule !== 'database-nowhere' || !unknown.has(first?.orgID ?? ''),
    );
  }, [credentials, around, dbrps, orgIDs, isKnown]);
}
