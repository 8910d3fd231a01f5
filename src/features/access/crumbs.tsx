import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';
import { userQueries } from '@/api/users';

export function BucketCrumb() {
  const { bucketId = '' } = useParams();
  const { data: bucket } = useQuery(bucketQueries.one(bucketId));
  return <>{bucket?.name ?? bucketId}</>;
}

export function UserCrumb() {
  const { userId = '' } = useParams();
  const { data: user } = useQuery(userQueries.one(userId));
  return <>{user?.name ?? userId}</>;
}
