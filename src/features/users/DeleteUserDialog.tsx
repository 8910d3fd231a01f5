import { Alert, List, Skeleton, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { messageOf } from '@/api/errors';
import type { User } from '@/api/users';
import { NotRemovedError, userCalls, userMutations } from '@/api/users';
import { RequestPreview } from '@/components/RequestPreview';
import { counted } from '@/lib/counted';
import { nameOrId } from '@/lib/credentialName';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { OwnedFirst } from './OwnedFirst';
import { orphansOf, useOrphans } from './useOrphans';
import { useOwned } from './useOwned';
import { useUserRisks, UserWarnings } from './UserWarnings';

export interface DeleteUserDialogProps {
  user: User;
  onClose: () => void;
  onDeleted: () => void | Promise<void>;
}

/** More calls than these are counted. */
const shownCalls = 20;

export function DeleteUserDialog({ user, onClose, onDeleted }: DeleteUserDialogProps) {
  const { server = '' } = useParams();
  const client = useQueryClient();
  const { remember } = useOrphans(server);
  const { credentials, isPending, hidden } = useOwned(user.id);
  const risks = useUserRisks(user);
  const [isFirst, setIsFirst] = useState(true);
  const [done, setDone] = useState(0);
  const [failures, setFailures] = useState<NotRemovedError['failures']>([]);
  const { mutateAsync, isPending: isRunning } = useMutation(userMutations.remove);
  const inUse = credentials.filter(({ mayBeInUse }) => mayBeInUse);
  const first = isFirst ? credentials.filter((credential) => !inUse.includes(credential)) : [];
  const removal = { user, first };
  const left = credentials.filter((credential) => !first.includes(credential));

  const remove = async () => {
    setFailures([]);
    setDone(0);
    try {
      await mutateAsync({ ...removal, onProgress: setDone });
    } catch (error) {
      if (error instanceof NotRemovedError) {
        setFailures(error.failures);
        void client.invalidateQueries();
      }
      throw error;
    }
    remember(orphansOf(left, user.name));
    await onDeleted();
  };
  return (
    <ConfirmDialog
      title={`Delete user ${user.name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete user"
      typedName={user.name}
      disabled={isPending}
      onConfirm={remove}
    >
      <Stack gap="sm">
        <UserWarnings {...risks} state="deleted" />
        <Text>
          Deletes the user with its password and all its roles in orgs. There is no undo: a new user
          of the same name has another id.
        </Text>
        {isPending ? (
          <Skeleton height={60} />
        ) : (
          <OwnedFirst
            credentials={credentials}
            inUse={inUse}
            isFirst={isFirst}
            onFirst={setIsFirst}
          />
        )}
        {hidden.length > 0 && (
          <Text size="sm" c="dimmed">
            This credential cannot list {hidden.join(' and ')}: those of the user stay behind.
          </Text>
        )}
        {isRunning && first.length > 1 && (
          <Text component="output" size="sm">
            {done} of {counted(first.length, 'credential')} done
          </Text>
        )}
        <Failures failures={failures} />
        <RequestPreview calls={userCalls.removeAll({ user, first: first.slice(0, shownCalls) })} />
        {first.length > shownCalls && (
          <Text size="xs" c="dimmed">
            The call shows {shownCalls} of {counted(first.length, 'credential')}.
          </Text>
        )}
      </Stack>
    </ConfirmDialog>
  );
}

function Failures({ failures }: Pick<NotRemovedError, 'failures'>) {
  if (failures.length === 0) return null;
  return (
    <Alert color="danger" variant="light" title="Not deleted">
      <List size="sm">
        {failures.map(({ owned, error }) => (
          <List.Item key={owned.id}>
            {owned.kind} {nameOrId(owned)}: {messageOf(error)}
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
