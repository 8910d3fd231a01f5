import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { V1User } from '@/api/v1Users';
import { v1UserCalls, v1UserMutations } from '@/api/v1Users';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ReachedDatabases } from './ReachedDatabases';

export interface DeleteV1UserDialogProps {
  v1User: V1User;
  onClose: () => void;
  onDeleted: () => void | Promise<void>;
}

export function DeleteV1UserDialog({ v1User, onClose, onDeleted }: DeleteV1UserDialogProps) {
  const { mutateAsync } = useMutation(v1UserMutations.remove);
  return (
    <ConfirmDialog
      title={`Delete v1 user ${v1User.token}`}
      opened
      onClose={onClose}
      confirmLabel="Delete v1 user"
      typedName={v1User.token}
      onConfirm={() => mutateAsync(v1User.id).then(onDeleted)}
    >
      <Stack gap="sm">
        <Text size="sm">
          Every client that logs in as {v1User.token} is refused from then on, with “Unauthorized”.
          Its password cannot be read from the server: one made anew under this name needs a new
          one. Data stays.
        </Text>
        <ReachedDatabases v1User={v1User} />
        <RequestPreview calls={[v1UserCalls.remove(v1User.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
