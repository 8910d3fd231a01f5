import { Text } from '@mantine/core';
import type { Bucket } from '@/api/buckets';
import { retentionOf } from '@/api/buckets';
import { OrgName } from '@/components/OrgName';
import { formatDuration } from '@/lib/duration';
import { explainRetention } from '@/lib/retention';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { TimeAgo } from '@/ui/TimeAgo';
import { LabelNames } from './bucketSpec';

export function BucketFacts({ bucket }: { bucket: Bucket }) {
  const { everySeconds, shardSeconds } = retentionOf(bucket);
  const { labels = [] } = bucket;
  const none = (
    <Text span c="dimmed">
      none
    </Text>
  );
  return (
    <Facts
      facts={[
        ['Id', <Id key="id" id={bucket.id} of="bucket" />],
        ['Org', <OrgName key="org" id={bucket.orgID} />],
        ['Retention', explainRetention(everySeconds)],
        ['Shard duration', shardSeconds === 0 ? 'not told' : formatDuration(shardSeconds)],
        ['Labels', labels.length === 0 ? none : <LabelNames key="labels" labels={labels} />],
        ['Created', <TimeAgo key="created" time={bucket.createdAt} />],
        ['Updated', <TimeAgo key="updated" time={bucket.updatedAt} />],
      ]}
    />
  );
}
