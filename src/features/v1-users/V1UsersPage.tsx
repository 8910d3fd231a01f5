import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, useParams } from 'react-router-dom';
import { RanCalls } from '@/components/RanCalls';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { InterruptedNotice } from './InterruptedNotice';
import { isV1UserCall } from './isV1UserCall';
import { V1UserTable } from './V1UserTable';

export function V1UsersPage() {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  return (
    <>
      <PageHeader
        title="v1 users"
        subtitle="User names and passwords for clients of InfluxDB 1.x, in every org"
      >
        <Button component={Link} to={paths.newV1User(server)} leftSection={<IconPlus size={16} />}>
          Create v1 user
        </Button>
      </PageHeader>
      <RanCalls about={isV1UserCall} />
      {!caller.isOperator && (
        <Text size="sm" c="dimmed" mb="sm">
          The server lists only v1 users of orgs and owners that this credential may read: there may
          be more.
        </Text>
      )}
      <Section lines={12}>
        <InterruptedNotice />
        <V1UserTable />
      </Section>
    </>
  );
}
