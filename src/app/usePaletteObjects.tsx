import type { SpotlightActionData } from '@mantine/spotlight';
import { IconBuilding, IconDatabase } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import type { Bucket } from '@/api/buckets';
import { bucketQueries } from '@/api/buckets';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { useHere } from './useHere';

/** Those of this org first, system buckets last. */
function ranked(buckets: readonly Bucket[], orgId: string): Bucket[] {
  const rank = ({ orgID, type }: Bucket) => (type === 'system' ? 2 : 0) + (orgID === orgId ? 0 : 1);
  return buckets.toSorted((a, b) => rank(a) - rank(b));
}

/** Buckets of the org, and for an operator those of all orgs; with no org seen, none. */
function useBuckets(): readonly Bucket[] {
  const { orgId = '' } = useHere();
  const { caller } = useCaller();
  const orgs = useOrgs();
  const wantsAll = caller.isOperator && orgs.length > 1;
  const { data: here = [] } = useQuery({
    ...bucketQueries.inOrg(orgId),
    enabled: orgs.some(({ id }) => id === orgId) && caller.kind !== 'v1',
  });
  const { data: all } = useQuery({ ...bucketQueries.everywhere, enabled: wantsAll });
  return ranked((wantsAll && all) || here, orgId);
}

/** Orgs and buckets, by name or id. */
export function usePaletteObjects(): SpotlightActionData[] {
  const { server } = useHere();
  const navigate = useNavigate();
  const orgs = useOrgs();
  const buckets = useBuckets();
  const orgName = new Map(orgs.map(({ id, name = id }) => [id, name]));
  return [
    ...orgs.map(({ id, name }) => ({
      id: `org ${id}`,
      label: name ?? id,
      description: `org ${id}`,
      keywords: id,
      leftSection: <IconBuilding size={16} />,
      onClick: () => void navigate(paths.home(server, id)),
    })),
    ...buckets.map(({ id, name, orgID }) => ({
      id: `bucket ${id}`,
      label: name,
      description: `bucket ${id}${orgs.length > 1 ? ` in ${orgName.get(orgID) ?? orgID}` : ''}`,
      keywords: id,
      leftSection: <IconDatabase size={16} />,
      onClick: () => void navigate(paths.bucket(server, orgID, id)),
    })),
  ];
}
