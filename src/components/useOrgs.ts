import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CallerOrg } from '@/api/caller';
import { orgQueries } from '@/api/orgs';
import { compareNatural } from '@/lib/naturalOrder';
import { useCaller } from './useCaller';

/** Every org this caller can go to, by name. Those it may list, and those that only its own permissions name. */
export function useOrgs(): readonly CallerOrg[] {
  const { caller } = useCaller();
  const { data: listed = caller.orgs } = useQuery({
    ...orgQueries.all,
    enabled: caller.kind !== 'v1',
  });
  return useMemo(() => {
    const ids = new Set(listed.map(({ id }) => id));
    const unlisted = caller.isOperator ? [] : caller.orgs.filter(({ id }) => !ids.has(id));
    return [...listed, ...unlisted].sort((a, b) => compareNatural(a.name ?? a.id, b.name ?? b.id));
  }, [listed, caller]);
}
