import { Skeleton, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '@/api/users';
import { userCalls, userMutations } from '@/api/users';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { CredentialNames } from './CredentialNames';
import type { Owned } from './useOwned';
import { useOwned } from './useOwned';
import { credentialsText } from './userRisks';
import { useUserRisks, UserWarnings } from './UserWarnings';

export interface UserStatusDialogProps {
  user: User;
  onClose: () => void;
}

/** Active or not: what stops or works again with the user, by name. */
export function UserStatusDialog({ user: asked, onClose }: UserStatusDialogProps) {
  // What is asked stays the same while the answer is already seen behind the dialog.
  const [user] = useState(asked);
  const { id, name } = user;
  const isActive = user.status === 'active';
  const owned = useOwned(id);
  const risks = useUserRisks(user);
  const { mutateAsync } = useMutation(userMutations.update);
  const change = { id, patch: { status: isActive ? ('inactive' as const) : ('active' as const) } };
  const isRisky = isActive && (risks.isSelf || risks.isLast);
  return (
    <ConfirmDialog
      title={`${isActive ? 'Deactivate' : 'Activate'} ${name}`}
      opened
      onClose={onClose}
      confirmLabel={isActive ? 'Deactivate user' : 'Activate user'}
      isDanger={isActive}
      typedName={isRisky ? name : undefined}
      onConfirm={() => mutateAsync(change).then(onClose)}
    >
      <Stack gap="sm">
        {isActive && <UserWarnings {...risks} state="inactive" />}
        <Text>
          {isActive
            ? 'An inactive user can still sign in, but open sessions and tokens are answered “User is inactive” everywhere, and on the 1.x paths tokens and v1 users “Unauthorized”. Nothing is deleted, and activating the user brings all of it back.'
            : 'Sessions, tokens and v1 users of an active user work again, each as far as it is active itself.'}
        </Text>
        <Affected owned={owned} verb={isActive ? 'Stop at once' : 'Work again at once'} />
        <RequestPreview calls={[userCalls.update(change)]} />
      </Stack>
    </ConfirmDialog>
  );
}

function Affected({ owned, verb }: { owned: Owned; verb: string }) {
  const { credentials, isPending, hidden } = owned;
  if (isPending) return <Skeleton height={20} width={260} />;
  const active = credentials.filter(({ status }) => status === 'active');
  return (
    <Stack gap={4}>
      <Text fw={600}>
        {active.length === 0
          ? 'No active token or v1 user is seen to belong to it'
          : `${verb}: ${credentialsText(active)}`}
      </Text>
      <CredentialNames credentials={active} />
      {hidden.length > 0 && (
        <Text size="sm" c="dimmed">
          This credential cannot list {hidden.join(' and ')}: there may be more.
        </Text>
      )}
    </Stack>
  );
}
