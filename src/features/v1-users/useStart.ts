import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import type { V1Grants } from '@/lib/v1Grants';
import { grantsOf, noGrants, withGrant } from '@/lib/v1Grants';
import { wantedOf } from '@/lib/v1Interrupted';
import { useInterrupted } from './useInterrupted';
import type { V1UserValues } from './v1UserValues';

export interface Start {
  values: V1UserValues;
  grants: V1Grants;
  /** Of one that is made again. */
  status: 'active' | 'inactive' | undefined;
  /** It is made: what was remembered of it can go. */
  done: () => void;
}

/** A bucket that the address names is read and written to begin with. */
function grantsFrom(bucket: string | null): V1Grants {
  if (bucket === null) return noGrants;
  return withGrant(withGrant(noGrants, bucket, 'read', true), bucket, 'write', true);
}

/** How the form begins: as the address says, or as one that an interrupted replacement has removed. */
export function useStart(): Start {
  const [params] = useSearchParams();
  const { caller } = useCaller();
  const orgs = useOrgs();
  const { all, forget } = useInterrupted();
  const [start] = useState(() => {
    const again = all.find(({ id }) => id === params.get('again'));
    if (again) {
      const { name, orgID, userID, description, status } = again;
      const values: V1UserValues = { name, orgID, userID, description, password: '' };
      return { id: again.id, values, grants: grantsOf(wantedOf(again)), status };
    }
    const orgID = params.get('org') ?? orgs[0]?.id ?? '';
    const userID = caller.user?.id ?? '';
    const values: V1UserValues = { name: '', orgID, userID, description: '', password: '' };
    return { id: '', values, grants: grantsFrom(params.get('bucket')), status: undefined };
  });
  return { ...start, done: () => forget(start.id) };
}
