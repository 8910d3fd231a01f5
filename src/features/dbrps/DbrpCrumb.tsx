import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { dbrpQueries } from '@/api/dbrps';
import { mappingName } from './mappingName';

export function DbrpCrumb() {
  const { orgId = '', dbrpId = '' } = useParams();
  const { data: dbrps } = useQuery(dbrpQueries.inOrg(orgId));
  const dbrp = dbrps?.find(({ id }) => id === dbrpId);
  return <>{dbrp ? mappingName(dbrp) : dbrpId}</>;
}
