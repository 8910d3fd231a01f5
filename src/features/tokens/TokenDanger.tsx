import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useParams } from 'react-router-dom';
import { ActionButton } from '@/components/ActionButton';
import { useCaller } from '@/components/useCaller';
import { changeObstacle } from '@/lib/changeNeeds';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { ChangeTokenDialog } from './ChangeTokenDialog';
import type { TokenRow } from './tokenRows';

export function TokenDanger({ row }: { row: TokenRow }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const { can } = useCaller();
  const [opened, { open, close }] = useDisclosure(false);
  const { id, orgID } = row;
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed">Deletes the token. Deactivating first shows who misses it.</Text>
      <ActionButton
        needs={writeOf('authorizations', { orgID, id })}
        disabledReason={changeObstacle(row, can)}
        variant="outline"
        color="danger"
        onClick={open}
      >
        Delete token
      </ActionButton>
      {opened && (
        <ChangeTokenDialog
          action="delete"
          row={row}
          onClose={close}
          onDone={() => navigate(paths.tokens(server))}
        />
      )}
    </Group>
  );
}
