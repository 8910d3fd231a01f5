import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { BucketTable } from './BucketTable';
import { isBucketCall } from './isBucketCall';

export function BucketsPage() {
  const { server = '', orgId = '' } = useParams();
  return (
    <>
      <PageHeader title="Buckets">
        <ActionButton
          needs={writeOf('buckets', { orgID: orgId })}
          to={paths.newBucket(server, orgId)}
          leftSection={<IconPlus size={16} />}
        >
          Create bucket
        </ActionButton>
      </PageHeader>
      <RanCalls about={isBucketCall} />
      <Section lines={12}>
        <BucketTable />
      </Section>
    </>
  );
}
