import { Group, Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useParams } from 'react-router-dom';
import { forget } from '@/api/credentialStore';
import type { User } from '@/api/users';
import { ActionButton } from '@/components/ActionButton';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { DeleteUserDialog } from './DeleteUserDialog';
import { UserStatusDialog } from './UserStatusDialog';

export function UserDanger({ user }: { user: User }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { caller } = useCaller();
  const [deleting, { open: openDelete, close: closeDelete }] = useDisclosure(false);
  const [switching, { open: openStatus, close: closeStatus }] = useDisclosure(false);
  const isActive = user.status === 'active';
  const needs = writeOf('users', { id: user.id });
  const leave = () => {
    if (caller.user?.id !== user.id) return navigate(paths.users(server));
    forget(server);
    return navigate(paths.signIn(server));
  };
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">
          {isActive
            ? 'Stops the user with all its tokens and v1 users.'
            : 'Lets the user, its tokens and v1 users work again.'}
        </Text>
        <ActionButton
          needs={needs}
          variant="outline"
          color={isActive ? 'danger' : undefined}
          onClick={openStatus}
        >
          {isActive ? 'Deactivate' : 'Activate'}
        </ActionButton>
      </Group>
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">Deletes the user with its password and roles.</Text>
        <ActionButton needs={needs} variant="outline" color="danger" onClick={openDelete}>
          Delete user
        </ActionButton>
      </Group>
      {switching && <UserStatusDialog user={user} onClose={closeStatus} />}
      {deleting && <DeleteUserDialog user={user} onClose={closeDelete} onDeleted={leave} />}
    </Stack>
  );
}
