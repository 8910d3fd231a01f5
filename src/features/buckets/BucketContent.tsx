import { Anchor, Button, Group, List, Stack, Text } from '@mantine/core';
import { useSuspenseQueries } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { bucketDataQueries } from '@/api/bucketData';
import type { Bucket } from '@/api/buckets';
import { schemaQueries } from '@/api/schema';
import { countText } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { Facts } from '@/ui/Facts';
import { TimeAgo } from '@/ui/TimeAgo';

const listed = 12;

/** What is cheap to know of the points. */
export function BucketContent({ bucket }: { bucket: Bucket }) {
  const { server = '' } = useParams();
  const { orgID, name } = bucket;
  const [{ data: newest }, { data: measurements }] = useSuspenseQueries({
    queries: [
      bucketDataQueries.newest(bucket),
      schemaQueries.measurements({ language: 'flux', orgID, bucket: name }),
    ],
  });
  if (!newest) {
    return (
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">No points yet.</Text>
        <Button variant="default" component={Link} to={paths.write(server, orgID, name)}>
          Write the first ones
        </Button>
      </Group>
    );
  }
  return (
    <Stack gap="sm">
      <Facts
        facts={[
          ['Newest point', <TimeAgo key="newest" time={newest.time} live />],
          ['Measurements', countText(measurements.length)],
        ]}
      />
      <List size="sm" listStyleType="none" spacing={2}>
        {measurements.slice(0, listed).map((measurement) => (
          <List.Item key={measurement}>
            <Anchor
              component={Link}
              to={paths.explorer(server, orgID, name, { measurement })}
              size="sm"
              ff="monospace"
              style={{ overflowWrap: 'anywhere' }}
            >
              {measurement}
            </Anchor>
          </List.Item>
        ))}
      </List>
      {measurements.length > listed && (
        <Text c="dimmed">and {countText(measurements.length - listed)} more, in the explorer</Text>
      )}
    </Stack>
  );
}
