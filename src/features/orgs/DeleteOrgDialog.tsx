import { Stack, Text } from '@mantine/core';
import type { Org } from '@/api/orgs';
import { orgCalls, orgMutations } from '@/api/orgs';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useRemoval } from '@/ui/useRemoval';
import { OrgLosses } from './OrgLosses';

export interface DeleteOrgDialogProps {
  org: Pick<Org, 'id' | 'name'>;
  onClose: () => void;
  /** Leaves every screen that shows it. */
  onDeleted: () => void | Promise<void>;
}

export function DeleteOrgDialog({ org, onClose, onDeleted }: DeleteOrgDialogProps) {
  const remove = useRemoval(orgMutations.remove, onDeleted);
  return (
    <ConfirmDialog
      title={`Delete org ${org.name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete org and data"
      typedName={org.name}
      onConfirm={() => remove(org.id)}
    >
      <Stack gap="sm">
        <Text>There is no undo, and the server does not protect the last org.</Text>
        <OrgLosses orgId={org.id} />
        <RequestPreview calls={[orgCalls.remove(org.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
