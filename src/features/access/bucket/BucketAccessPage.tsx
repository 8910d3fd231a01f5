import { List, Stack, Text } from '@mantine/core';
import { IconDatabase, IconDeviceMobile } from '@tabler/icons-react';
import { useParams } from 'react-router-dom';
import { AccessCounts } from '@/components/access/AccessCounts';
import { useBucketAccess } from '@/components/access/useBucketAccess';
import { ActionButton } from '@/components/ActionButton';
import { useSurroundings } from '@/components/useSurroundings';
import { Unknown } from '@/features/access/Unknown';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import { readOf, writeOf } from '@/lib/permissions';
import type { KnownBucket } from '@/lib/surroundings';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { ReacherTable } from './ReacherTable';

export function BucketAccessPage() {
  return (
    <Section lines={12}>
      <KnownBucketAccess />
    </Section>
  );
}

function KnownBucketAccess() {
  const { bucketId = '' } = useParams();
  const bucket = useSurroundings().buckets.get(bucketId);
  return bucket ? <BucketAccess bucket={bucket} /> : <Unknown kind="bucket" id={bucketId} />;
}

function BucketAccess({ bucket }: { bucket: KnownBucket }) {
  const { server = '' } = useParams();
  const { orgs } = useSurroundings();
  const { reachers, gaps } = useBucketAccess(bucket);
  const { id, orgID, name, type } = bucket;
  return (
    <>
      <PageHeader
        title={`Access to ${name}`}
        badge={type === 'system' ? 'system bucket' : undefined}
        subtitle={`Who reads and writes this bucket of ${orgName(orgID, { orgs })}`}
      >
        <ActionButton
          needs={readOf('buckets', { orgID, id })}
          variant="default"
          to={paths.bucket(server, orgID, id)}
          leftSection={<IconDatabase size={16} />}
        >
          Bucket
        </ActionButton>
        <ActionButton
          needs={writeOf('authorizations', { orgID })}
          disabledReason={
            type === 'system' ? 'A system bucket: InfluxDB writes it itself' : undefined
          }
          to={paths.newToken(server, { org: orgID, preset: 'read-write', bucket: id })}
          leftSection={<IconDeviceMobile size={16} />}
        >
          Give a device access
        </ActionButton>
      </PageHeader>
      <Stack gap="lg">
        <AccessCounts reachers={reachers} />
        <ReacherTable reachers={reachers} />
        <Notes gaps={gaps} />
      </Stack>
    </>
  );
}

function Notes({ gaps }: { gaps: readonly string[] }) {
  const notes = [
    'Write includes renaming and deleting the bucket.',
    'Flux that names the bucket by its id, from(bucketID:), is not checked by the server at all: any valid token of any org reads it, whether it is listed here or not.',
    'A session, which is a user signed in with a password, also holds what inactive tokens of that user hold.',
    'Tokens whose org was deleted are not listed by the server, and keep working.',
    ...gaps,
  ];
  return (
    <Section title="To know">
      <List size="sm" spacing={4}>
        {notes.map((note) => (
          <List.Item key={note}>
            <Text maw={860}>{note}</Text>
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
