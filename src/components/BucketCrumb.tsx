import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';

export function BucketCrumb() {
  const { bucketId = '' } = useParams();
  const { data: bucket } = useQuery(bucketQueries.one(bucketId));
  return <>{bucket?.name ?? bucketId}</>;
}
