import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { V1User } from '@/api/v1Users';
import { v1UserCalls, v1UserMutations } from '@/api/v1Users';
import { ActionButton } from '@/components/ActionButton';
import { RequestPreview } from '@/components/RequestPreview';
import { useCaller } from '@/components/useCaller';
import { changeObstacle } from '@/lib/changeNeeds';
import { writeOf } from '@/lib/permissions';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { ReachedDatabases } from './ReachedDatabases';

type Status = V1User['status'];

const verbs: Record<Status, string> = { active: 'Activate', inactive: 'Deactivate' };

export function V1UserStatus({ v1User }: { v1User: V1User }) {
  const { id, orgID, status } = v1User;
  const { can } = useCaller();
  const obstacle = changeObstacle(v1User, can);
  // What was asked for stays in the dialog while it closes, when the v1 user has it already.
  const [asked, setAsked] = useState<Status | null>(null);
  const other: Status = status === 'active' ? 'inactive' : 'active';
  return (
    <>
      <ActionButton
        needs={writeOf('authorizations', { orgID, id })}
        disabledReason={obstacle}
        variant="default"
        onClick={() => setAsked(other)}
      >
        {verbs[other]}
      </ActionButton>
      {asked && <StatusDialog v1User={v1User} status={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface StatusDialogProps {
  v1User: V1User;
  status: Status;
  onClose: () => void;
}

function StatusDialog({ v1User, status, onClose }: StatusDialogProps) {
  const { id, token: name } = v1User;
  const { mutateAsync } = useMutation(v1UserMutations.update);
  const change = { id, patch: { status } };
  return (
    <ConfirmDialog
      title={`${verbs[status]} ${name}`}
      opened
      onClose={onClose}
      confirmLabel={verbs[status]}
      onConfirm={() => mutateAsync(change).then(onClose)}
    >
      <Stack gap="sm">
        <Text size="sm">
          {status === 'inactive'
            ? `Clients that log in as ${name} are refused at once, with “Unauthorized”. Name, password and permissions stay, and activating brings it back.`
            : `Clients that log in as ${name} work again at once, with the password it had.`}
        </Text>
        <ReachedDatabases v1User={v1User} />
        <RequestPreview calls={[v1UserCalls.update(change)]} />
      </Stack>
    </ConfirmDialog>
  );
}
