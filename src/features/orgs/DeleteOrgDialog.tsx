import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Org } from '@/api/orgs';
import { orgCalls, orgMutations } from '@/api/orgs';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { OrgLosses } from './OrgLosses';

export interface DeleteOrgDialogProps {
  org: Pick<Org, 'id' | 'name'>;
  onClose: () => void;
  onDeleted: () => void | Promise<void>;
}

export function DeleteOrgDialog({ org, onClose, onDeleted }: DeleteOrgDialogProps) {
  const { mutateAsync } = useMutation(orgMutations.remove);
  return (
    <ConfirmDialog
      title={`Delete org ${org.name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete org and data"
      typedName={org.name}
      onConfirm={() => mutateAsync(org.id).then(onDeleted)}
    >
      <Stack gap="sm">
        <Text>There is no undo, and the server does not protect the last org.</Text>
        <OrgLosses orgId={org.id} />
        <RequestPreview calls={[orgCalls.remove(org.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
