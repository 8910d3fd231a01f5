import { Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isUserCall } from './isUserCall';
import { LeftBehind } from './LeftBehind';
import { UserTable } from './UserTable';

export function UsersPage() {
  const { server = '' } = useParams();
  return (
    <>
      <PageHeader title="Users">
        <ActionButton
          needs={writeOf('users')}
          to={paths.newUser(server)}
          leftSection={<IconPlus size={16} />}
        >
          Create user
        </ActionButton>
      </PageHeader>
      <RanCalls about={isUserCall} />
      <Stack gap="xl">
        <Section lines={6}>
          <UserTable />
        </Section>
        <LeftBehind />
      </Stack>
    </>
  );
}
