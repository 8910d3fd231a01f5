import { Button, Stack } from '@mantine/core';
import { Link, useParams } from 'react-router-dom';
import { writeCall, writeLines } from '@/api/write';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { useUrlState } from '@/ui/useUrlState';
import { BucketField } from './BucketField';
import { WriteForm } from './WriteForm';
import { writeUrl } from './writeUrl';

export function WritePage() {
  const { server = '', orgId = '' } = useParams();
  const { state, adjust } = useUrlState(writeUrl);
  const { bucket, precision } = state;
  const isSeen = useOrgs().some(({ id }) => id === orgId);
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
          next={(written) =>
            isSeen && (
              <Button
                component={Link}
                variant="default"
                to={paths.explorer(server, orgId, bucket, written)}
              >
                Explore {bucket}
              </Button>
            )
          }
        />
      </Stack>
    </>
  );
}
