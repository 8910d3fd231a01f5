import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { bucketDataQueries } from '@/api/bucketData';
import type { Bucket } from '@/api/buckets';
import { retentionOf } from '@/api/buckets';
import { formatDuration } from '@/lib/duration';
import { isShrinking } from '@/lib/retention';
import { useErrorWords } from '@/ui/errorWords';
import type { BucketValues } from './bucketValues';
import { parseTexts } from './bucketValues';

/** Says what a shorter retention drops, before it is sent. */
export function RetentionLoss({ bucket, values }: { bucket: Bucket; values: BucketValues }) {
  const parsed = parseTexts(values);
  const { everySeconds: now } = retentionOf(bucket);
  if (!parsed || !isShrinking(now, parsed.everySeconds)) return null;
  return (
    <Alert color="warning" variant="light" title="Older points will be deleted">
      <Stack gap="xs">
        <Text>
          Points older than {formatDuration(parsed.everySeconds)} are dropped for good the next time
          the server enforces retention, every 30 minutes by default.
        </Text>
        <OlderPoints key={parsed.everySeconds} bucket={bucket} seconds={parsed.everySeconds} />
      </Stack>
    </Alert>
  );
}

const number = new Intl.NumberFormat('en-US');

function OlderPoints({ bucket, seconds }: { bucket: Bucket; seconds: number }) {
  const [isAsked, setAsked] = useState(false);
  const describe = useErrorWords();
  const query = useQuery({ ...bucketDataQueries.older(bucket, seconds), enabled: isAsked });
  if (query.isSuccess) {
    return <Text fw={600}>{number.format(query.data)} field values are older than that.</Text>;
  }
  return (
    <Group gap="xs">
      <Button
        size="compact-xs"
        variant="default"
        loading={query.isFetching}
        onClick={() => setAsked(true)}
      >
        Count them
      </Button>
      <Text size="xs" c="dimmed">
        {query.isError ? describe(query.error).detail : 'reads all of them'}
      </Text>
    </Group>
  );
}
