import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { v1UserQueries } from '@/api/v1Users';

export function V1UserCrumb() {
  const { v1UserId = '' } = useParams();
  const { data: v1User } = useQuery(v1UserQueries.one(v1UserId));
  return <>{v1User?.token ?? v1UserId}</>;
}
