import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useParams } from 'react-router-dom';
import type { V1User } from '@/api/v1Users';
import { ActionButton } from '@/components/ActionButton';
import { useCaller } from '@/components/useCaller';
import { changeObstacle } from '@/lib/changeNeeds';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { DeleteV1UserDialog } from './DeleteV1UserDialog';

export function V1UserDanger({ v1User }: { v1User: V1User }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  const { id, orgID } = v1User;
  const { can } = useCaller();
  const obstacle = changeObstacle(v1User, can);
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed">Its clients are refused for good.</Text>
      <ActionButton
        needs={writeOf('authorizations', { orgID, id })}
        disabledReason={obstacle}
        variant="outline"
        color="danger"
        onClick={open}
      >
        Delete v1 user
      </ActionButton>
      {opened && (
        <DeleteV1UserDialog
          v1User={v1User}
          onClose={close}
          onDeleted={() => navigate(paths.v1Users(server))}
        />
      )}
    </Group>
  );
}
