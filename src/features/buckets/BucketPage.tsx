import { Group, Text } from '@mantine/core';
import { IconChartLine, IconPencil, IconUpload } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { Bucket } from '@/api/buckets';
import { bucketQueries } from '@/api/buckets';
import { BucketAccessSummary } from '@/components/access/BucketAccessSummary';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { PageColumns } from '@/ui/PageColumns';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { BucketContent } from './BucketContent';
import { BucketDanger } from './BucketDanger';
import { BucketDatabases } from './BucketDatabases';
import { BucketFacts } from './BucketFacts';
import { isSystem } from './bucketSpec';
import { goneBucket } from './GoneBucket';
import { isBucketCall } from './isBucketCall';

export function BucketPage() {
  return (
    <Section lines={8} explain={goneBucket}>
      <KnownBucket />
    </Section>
  );
}

function KnownBucket() {
  const { bucketId = '' } = useParams();
  const { data: bucket } = useSuspenseQuery(bucketQueries.one(bucketId));
  return (
    <>
      <PageHeader
        title={bucket.name}
        badge={isSystem(bucket) ? 'system bucket' : undefined}
        subtitle={bucket.description}
      >
        <Actions bucket={bucket} />
      </PageHeader>
      <RanCalls about={({ path }) => isBucketCall({ path, method: 'GET' })} />
      <PageColumns
        left={
          <>
            <Section title="Bucket">
              <BucketFacts bucket={bucket} />
            </Section>
            <Section title="Databases (1.x)">
              <BucketDatabases bucket={bucket} />
            </Section>
          </>
        }
        right={
          <>
            <Section title="Content">
              <BucketContent bucket={bucket} />
            </Section>
            <Section title="Who reads and writes">
              <BucketAccessSummary bucket={bucket} />
            </Section>
            <Section title="Danger">
              {isSystem(bucket) ? (
                <Text c="dimmed">
                  InfluxDB keeps this bucket for itself. Deleting it would break the org: a server
                  refuses, but drops its storage all the same. Headgate never sends that.
                </Text>
              ) : (
                <BucketDanger bucket={bucket} />
              )}
            </Section>
          </>
        }
      />
    </>
  );
}

function Actions({ bucket }: { bucket: Bucket }) {
  const { id, orgID, name } = bucket;
  const { server = '' } = useParams();
  const place = { orgID, id };
  return (
    <Group gap="xs">
      <ActionButton
        needs={readOf('buckets', place)}
        variant="default"
        to={paths.explorer(server, orgID, name)}
        leftSection={<IconChartLine size={16} />}
      >
        Explore
      </ActionButton>
      <ActionButton
        needs={writeOf('buckets', place)}
        disabledReason={isSystem(bucket) ? 'A system bucket: InfluxDB writes it itself' : undefined}
        variant="default"
        to={paths.write(server, orgID, name)}
        leftSection={<IconUpload size={16} />}
      >
        Write
      </ActionButton>
      <ActionButton
        needs={writeOf('buckets', place)}
        to={paths.editBucket(server, orgID, id)}
        leftSection={<IconPencil size={16} />}
      >
        Edit
      </ActionButton>
    </Group>
  );
}
