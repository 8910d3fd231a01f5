import { Box, Button, Stack, TextInput } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router-dom';
import { bucketQueries } from '@/api/buckets';
import { writeCall, writeLines } from '@/api/write';
import { BucketSelect } from '@/components/BucketSelect';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { useUrlState } from '@/ui/useUrlState';
import { WriteForm } from './WriteForm';
import { writeUrl } from './writeUrl';

export function WritePage() {
  const { server = '', orgId = '' } = useParams();
  const { state, adjust } = useUrlState(writeUrl);
  const { bucket, precision } = state;
  const target = (body: string) => ({ orgID: orgId, bucket, precision, body });
  return (
    <>
      <PageHeader title="Write line protocol" />
      <Stack gap="md" maw={960}>
        <Section lines={1}>
          <BucketField orgId={orgId} value={bucket} onChange={(name) => adjust({ bucket: name })} />
        </Section>
        <WriteForm
          target={bucket === '' ? null : bucket}
          precision={precision}
          onPrecision={(next) => adjust({ precision: next })}
          send={(body) => writeLines(target(body))}
          callFor={(body) => writeCall(target(body))}
          next={
            <Button component={Link} variant="default" to={paths.explorer(server, orgId, bucket)}>
              Explore {bucket}
            </Button>
          }
        />
      </Stack>
    </>
  );
}

interface BucketFieldProps {
  orgId: string;
  value: string;
  onChange: (name: string) => void;
}

/** A write-only token sees no bucket at all: it has to be told by name. */
function BucketField({ orgId, value, onChange }: BucketFieldProps) {
  const { data: buckets } = useSuspenseQuery(bucketQueries.inOrg(orgId));
  if (buckets.length > 0) {
    return (
      <Box maw={420}>
        <BucketSelect
          orgId={orgId}
          value={value || null}
          onChange={(name) => onChange(name ?? '')}
        />
      </Box>
    );
  }
  return (
    <TextInput
      maw={420}
      label="Bucket"
      description="This credential can list no bucket. Type the name or id of one it may write."
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
