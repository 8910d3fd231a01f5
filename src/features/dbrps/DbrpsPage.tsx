import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { DbrpTable } from './DbrpTable';
import { DbrpTester } from './DbrpTester';
import { isDbrpCall } from './isDbrpCall';

export function DbrpsPage() {
  const { server = '', orgId = '' } = useParams();
  return (
    <>
      <PageHeader
        title="DBRP mappings"
        subtitle="Which bucket answers when a 1.x client or InfluxQL names a database and a retention policy"
      >
        <ActionButton
          needs={writeOf('buckets', { orgID: orgId })}
          to={paths.newDbrp(server, orgId)}
          leftSection={<IconPlus size={16} />}
        >
          Map a database
        </ActionButton>
      </PageHeader>
      <RanCalls about={isDbrpCall} />
      <Stack gap="xl">
        <Section title="Where does it land?" lines={3}>
          <DbrpTester />
        </Section>
        <Section title="Mappings" lines={10}>
          <DbrpTable />
        </Section>
      </Stack>
    </>
  );
}
