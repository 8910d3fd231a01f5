import { Anchor, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import type { KnownBucket } from '@/lib/surroundings';
import { AccessCounts } from './AccessCounts';
import { SomeOnly } from './SomeOnly';
import { useBucketAccess } from './useBucketAccess';

const named = 3;

/** How many read and write a bucket, the first few by name. Suspends. */
export function BucketAccessSummary({ bucket }: { bucket: KnownBucket }) {
  const { server = '' } = useParams();
  const { reachers } = useBucketAccess(bucket);
  return (
    <Stack gap="xs">
      <AccessCounts reachers={reachers} named={named} />
      <Anchor component={Link} to={paths.bucketAccess(server, bucket.id)} size="sm">
        Everybody, with the reason
      </Anchor>
      <SomeOnly />
    </Stack>
  );
}
