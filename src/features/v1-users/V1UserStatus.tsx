import { Stack, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation } from '@tanstack/react-query';
import type { V1User } from '@/api/v1Users';
import { v1UserCalls, v1UserMutations } from '@/api/v1Users';
import { ActionButton } from '@/components/ActionButton';
import { RequestPreview } from '@/components/RequestPreview';
import { writeOf } from '@/lib/permissions';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ReachedDatabases } from './ReachedDatabases';

export function V1UserStatus({ v1User }: { v1User: V1User }) {
  const { id, orgID, token: name, status } = v1User;
  const [opened, { open, close }] = useDisclosure(false);
  const { mutateAsync } = useMutation(v1UserMutations.update);
  const isActive = status === 'active';
  const change = { id, patch: { status: isActive ? ('inactive' as const) : ('active' as const) } };
  const label = isActive ? 'Deactivate' : 'Activate';
  return (
    <>
      <ActionButton
        needs={writeOf('authorizations', { orgID, id })}
        variant="default"
        onClick={open}
      >
        {label}
      </ActionButton>
      {opened && (
        <ConfirmDialog
          title={`${label} ${name}`}
          opened
          onClose={close}
          confirmLabel={label}
          onConfirm={() => mutateAsync(change).then(close)}
        >
          <Stack gap="sm">
            <Text size="sm">
              {isActive
                ? `Clients that log in as ${name} are refused at once, with “Unauthorized”. Name, password and permissions stay, and activating brings it back.`
                : `Clients that log in as ${name} work again at once, with the password it had.`}
            </Text>
            <ReachedDatabases v1User={v1User} />
            <RequestPreview calls={[v1UserCalls.update(change)]} />
          </Stack>
        </ConfirmDialog>
      )}
    </>
  );
}
