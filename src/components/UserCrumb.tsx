import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { userQueries } from '@/api/users';

export function UserCrumb() {
  const { userId = '' } = useParams();
  const { data: user } = useQuery(userQueries.one(userId));
  return <>{user?.name ?? userId}</>;
}
