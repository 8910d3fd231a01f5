import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { orgQueries } from '@/api/orgs';

/** Of the orgs that this credential sees; the server knows all. */
export function useTakenNames(): ReadonlySet<string> {
  const { data: orgs } = useQuery(orgQueries.all);
  return useMemo(() => new Set(orgs?.map(({ name }) => name.trim())), [orgs]);
}
