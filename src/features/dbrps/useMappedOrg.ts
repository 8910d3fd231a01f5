import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Bucket } from '@/api/buckets';
import { bucketQueries } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import { dbrpQueries } from '@/api/dbrps';
import { useCaller } from '@/components/useCaller';
import type { MappedOrg } from '@/lib/dbrpResolve';
import { readOf } from '@/lib/permissions';

export interface SeenMappings extends MappedOrg {
  /** As the server lists them to this credential. */
  mappings: readonly Dbrp[];
  buckets: readonly Bucket[];
  /** A bucket's name, or its id where it is gone or hidden. */
  bucketName: (id: string) => string;
  /** No mapping is hidden: what is foretold from them holds. */
  seesAll: boolean;
}

/** The mappings and the buckets of an org. Suspends. */
export function useMappedOrg(orgID: string): SeenMappings {
  const [{ data: mappings }, { data: buckets }] = useSuspenseQueries({
    queries: [dbrpQueries.inOrg(orgID), bucketQueries.inOrg(orgID)],
  });
  const { can } = useCaller();
  const seesAll = can(readOf('buckets', { orgID })).answer === 'yes';
  return useMemo(() => {
    const names = new Map(buckets.map(({ id, name }) => [id, name]));
    return {
      orgID,
      mappings,
      stored: mappings.filter(({ virtual }) => !virtual),
      buckets,
      bucketName: (id) => names.get(id) ?? id,
      seesAll,
    };
  }, [orgID, mappings, buckets, seesAll]);
}
