import { Anchor, Skeleton, Table, Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router-dom';
import { bucketDataQueries } from '@/api/bucketData';
import type { Bucket } from '@/api/buckets';
import { bucketQueries, retentionOf } from '@/api/buckets';
import { describe } from '@/api/errors';
import { NoBuckets } from '@/components/NoBuckets';
import { paths } from '@/lib/paths';
import { formatRetention } from '@/lib/retention';
import { TimeAgo } from '@/ui/TimeAgo';
import classes from './home.module.css';

/** Each shown bucket is asked for its newest point: few, so that the page stays light. */
const shown = 8;

export interface BucketsHereProps {
  server: string;
  orgId: string;
}

export function BucketsHere({ server, orgId }: BucketsHereProps) {
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgId));
  const user = buckets.filter(({ type }) => type === 'user');
  if (user.length === 0) return <NoBuckets server={server} orgId={orgId} />;
  return (
    <>
      <div className={classes.table}>
        <Table layout="fixed" miw={340}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th w="22%">Retention</Table.Th>
              <Table.Th w="40%">Newest point</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {user.slice(0, shown).map((bucket) => (
              <Table.Tr key={bucket.id}>
                <Table.Td>
                  <Anchor
                    component={Link}
                    to={paths.bucket(server, orgId, bucket.id)}
                    size="sm"
                    display="block"
                    truncate
                    title={bucket.name}
                  >
                    {bucket.name}
                  </Anchor>
                </Table.Td>
                <Table.Td>{formatRetention(retentionOf(bucket).everySeconds)}</Table.Td>
                <Table.Td>
                  <NewestPoint bucket={bucket} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Anchor component={Link} to={paths.buckets(server, orgId)} size="sm">
        {countText(user.length, buckets.length - user.length)}
      </Anchor>
    </>
  );
}

function countText(user: number, system: number): string {
  const own = user === 1 ? 'The bucket' : `All ${user} buckets`;
  if (system === 0) return own;
  return `${own} and ${system} system bucket${system === 1 ? '' : 's'}`;
}

function NewestPoint({ bucket }: { bucket: Bucket }) {
  const { data: point, error } = useQuery(bucketDataQueries.newest(bucket));
  if (error) {
    return (
      <Text c="dimmed" title={describe(error).detail}>
        not known
      </Text>
    );
  }
  if (point === undefined) return <Skeleton h={14} w={120} />;
  if (point === null) return <Text c="dimmed">no points</Text>;
  return (
    <Text truncate title={`${point.time} in ${point.measurement}`}>
      <TimeAgo time={point.time} /> in {point.measurement}
    </Text>
  );
}
