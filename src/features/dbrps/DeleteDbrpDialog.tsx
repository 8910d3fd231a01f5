import { Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { Dbrp } from '@/api/dbrps';
import { dbrpCalls, dbrpMutations } from '@/api/dbrps';
import { v1UserQueries } from '@/api/v1Users';
import { RequestPreview } from '@/components/RequestPreview';
import { counted } from '@/lib/counted';
import { afterDelete } from '@/lib/dbrpArbitration';
import { listText } from '@/lib/listText';
import { heldOnBucket, indexOf } from '@/lib/permissionIndex';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { mappingName } from './mappingName';
import { RouteChanges } from './RouteChanges';
import { useMappedOrg } from './useMappedOrg';

export interface DeleteDbrpDialogProps {
  dbrp: Dbrp;
  onClose: () => void;
  onDeleted: () => void | Promise<void>;
}

export function DeleteDbrpDialog({ dbrp, onClose, onDeleted }: DeleteDbrpDialogProps) {
  const { orgId = '' } = useParams();
  const org = useMappedOrg(orgId);
  const { mutateAsync } = useMutation(dbrpMutations.remove);
  const name = mappingName(dbrp);
  return (
    <ConfirmDialog
      title={`Delete mapping ${name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete mapping"
      typedName={name}
      onConfirm={() => mutateAsync(dbrp).then(onDeleted)}
    >
      <Stack gap="sm">
        <Text size="sm">
          The bucket {org.bucketName(dbrp.bucketID)} and its points stay. Clients that name the
          database may stop to find it.
        </Text>
        <RouteChanges org={org} after={afterDelete(org.stored, dbrp.id)} database={dbrp.database} />
        <Hit dbrp={dbrp} />
        <RequestPreview calls={[dbrpCalls.remove(dbrp)]} />
      </Stack>
    </ConfirmDialog>
  );
}

const listed = 8;

/** The v1 users that may use it today. Tokens may come this way too, but nobody can tell which do. */
function Hit({ dbrp: { orgID, bucketID } }: { dbrp: Dbrp }) {
  const { data: v1Users, isError } = useQuery(v1UserQueries.all);
  if (isError) {
    return (
      <Text size="sm" c="dimmed">
        v1 users that come this way: this credential cannot list them.
      </Text>
    );
  }
  const bucket = { id: bucketID, orgID, type: 'user' as const };
  const hit = (v1Users ?? []).filter(
    (v1User) => v1User.orgID === orgID && heldOnBucket(indexOf(v1User.permissions), bucket) !== 0,
  );
  if (hit.length === 0) return <Text size="sm">No v1 user is seen to reach its bucket.</Text>;
  const names = hit.map(({ token }) => token);
  return (
    <Text size="sm">
      {counted(hit.length, 'v1 user')} may come this way: {listText(names, listed)}.
    </Text>
  );
}
