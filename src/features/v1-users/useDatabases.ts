import type { UseQueryResult } from '@tanstack/react-query';
import { useQueries } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';

export interface DatabaseNames {
  /** Bucket → mappings. */
  ofBucket: ReadonlyMap<string, readonly Dbrp[]>;
  /** Orgs whose mappings are known. */
  knownOrgs: ReadonlySet<string>;
}

/** `db/rp`, or only the database when that is enough to ask for it. */
export function databaseText({ database, retention_policy: policy, default: isDefault }: Dbrp) {
  return isDefault ? database : `${database}/${policy}`;
}

/** By which names the buckets of some orgs are asked for. Nothing waits for them: servers before 2.4 may refuse. */
export function useDatabases(orgIDs: readonly string[]): DatabaseNames {
  // Stable: the results are put together again only when one of them changes.
  const combine = useCallback(
    (results: UseQueryResult<Dbrp[]>[]): DatabaseNames => {
      const ofBucket = new Map<string, Dbrp[]>();
      for (const dbrp of results.flatMap(({ data }) => data ?? [])) {
        const known = ofBucket.get(dbrp.bucketID);
        if (known) known.push(dbrp);
        else ofBucket.set(dbrp.bucketID, [dbrp]);
      }
      const knownOrgs = new Set(orgIDs.filter((_, index) => results[index]?.data !== undefined));
      return { ofBucket, knownOrgs };
    },
    [orgIDs],
  );
  return useQueries({ queries: orgIDs.map((id) => dbrpQueries.inOrg(id)), combine });
}
