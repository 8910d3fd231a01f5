import { Anchor, Box, Text, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';
import { BucketSelect } from '@/components/BucketSelect';
import { NoBuckets } from '@/components/NoBuckets';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';

export interface BucketFieldProps {
  orgId: string;
  value: string;
  onChange: (name: string) => void;
}

/** Chosen among those that the credential sees, or typed: a write-only token sees neither org nor bucket. */
export function BucketField(props: BucketFieldProps) {
  const isSeen = useOrgs().some(({ id }) => id === props.orgId);
  return isSeen ? <ListedBucket {...props} /> : <TypedBucket {...props} />;
}

function ListedBucket({ orgId, value, onChange }: BucketFieldProps) {
  const { server = '' } = useParams();
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgId));
  if (buckets.length === 0) return <TypedBucket orgId={orgId} value={value} onChange={onChange} />;
  if (buckets.every(({ type }) => type === 'system')) {
    return <NoBuckets server={server} orgId={orgId} />;
  }
  return (
    <Box maw={420}>
      <BucketSelect orgId={orgId} value={value || null} onChange={(name) => onChange(name ?? '')} />
    </Box>
  );
}

function TypedBucket({ orgId, value, onChange }: BucketFieldProps) {
  const { server = '' } = useParams();
  return (
    <Box maw={420}>
      <TextInput
        label="Bucket"
        description="This credential can list no bucket. Type the name or id of one it may write."
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <Text size="xs" c="dimmed" mt={4}>
        In the org {orgId}.{' '}
        <Anchor component={Link} to={`${paths.server(server)}?choose`} size="xs">
          Another org
        </Anchor>
      </Text>
    </Box>
  );
}
