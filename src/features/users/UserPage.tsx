import { Box, Stack } from '@mantine/core';
import { IconEye, IconKey, IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import { ActionButton } from '@/components/ActionButton';
import { RanCalls } from '@/components/RanCalls';
import { StatusDot } from '@/components/StatusDot';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { Facts } from '@/ui/Facts';
import { Id } from '@/ui/Id';
import { PageHeader } from '@/ui/PageHeader';
import { Section } from '@/ui/Section';
import { isUserCall } from './isUserCall';
import { OwnedTable } from './OwnedTable';
import { unreadUser } from './UnreadUser';
import { UserDanger } from './UserDanger';
import { UserOrgs } from './UserOrgs';
import classes from './users.module.css';

export function UserPage() {
  return (
    <Section lines={8} explain={unreadUser}>
      <KnownUser />
    </Section>
  );
}

function KnownUser() {
  const { userId = '' } = useParams();
  const { data: user } = useSuspenseQuery(userQueries.one(userId));
  const { caller } = useCaller();
  const isSelf = caller.user?.id === userId;
  const marks = [...(user.status === 'inactive' ? ['inactive'] : []), ...(isSelf ? ['you'] : [])];
  return (
    <>
      <PageHeader title={user.name} badge={marks.length > 0 ? marks.join(', ') : undefined}>
        <Actions user={user} />
      </PageHeader>
      <RanCalls about={isUserCall} />
      <Box className={classes.user}>
        <Stack gap="xl" className={classes.facts}>
          <Section title="User">
            <Facts
              facts={[
                ['Id', <Id key="id" id={user.id} of="user" />],
                ['Status', <StatusDot key="status" status={user.status} />],
              ]}
            />
          </Section>
          <Section title="Orgs">
            <UserOrgs userID={user.id} />
          </Section>
        </Stack>
        <Box className={classes.owned}>
          <Section title="Tokens and v1 users">
            <OwnedTable userID={user.id} />
          </Section>
        </Box>
        <Box className={classes.danger}>
          <Section title="Danger">
            <UserDanger user={user} />
          </Section>
        </Box>
      </Box>
    </>
  );
}

function Actions({ user: { id } }: { user: User }) {
  const { server = '' } = useParams();
  return (
    <>
      <ActionButton
        needs={readOf('users', { id })}
        variant="default"
        to={paths.userAccess(server, id)}
        leftSection={<IconEye size={16} />}
      >
        Access
      </ActionButton>
      <ActionButton
        needs={writeOf('users', { id })}
        variant="default"
        to={paths.userPassword(server, id)}
        leftSection={<IconKey size={16} />}
      >
        Set password
      </ActionButton>
      <ActionButton
        needs={writeOf('users', { id })}
        to={paths.editUser(server, id)}
        leftSection={<IconPencil size={16} />}
      >
        Rename
      </ActionButton>
    </>
  );
}
