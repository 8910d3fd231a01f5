import { Button, Group, Table, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { userCalls, userMutations } from '@/api/users';
import { RequestPreview } from '@/components/RequestPreview';
import { credentialName, nameOrId } from '@/lib/credentialName';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { Id } from '@/ui/Id';
import { Section } from '@/ui/Section';
import { TimeAgo } from '@/ui/TimeAgo';
import type { Orphan } from './useOrphans';
import { useOrphans } from './useOrphans';

/** Tokens and v1 users of deleted users: no list has them, their ids alone lead to them. */
export function LeftBehind() {
  const { server = '' } = useParams();
  const { orphans, forget } = useOrphans(server);
  const [deleting, setDeleting] = useState<Orphan | null>(null);
  if (orphans.length === 0) return null;
  return (
    <Section title="Left behind">
      <Text size="sm" c="dimmed" maw={720}>
        These belonged to users that were deleted from this browser. The server keeps them without
        listing them, and refuses whoever uses them. Deleted elsewhere, they are not known here.
      </Text>
      <Table.ScrollContainer minWidth={640}>
        <Table fz="sm" verticalSpacing={5} aria-label="left behind">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th>Id</Table.Th>
              <Table.Th>Of user</Table.Th>
              <Table.Th>Since</Table.Th>
              <Table.Th aria-label="Actions" />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {orphans.map((orphan) => (
              <OrphanRow
                key={orphan.id}
                orphan={orphan}
                onDelete={() => setDeleting(orphan)}
                onForget={() => forget(orphan.id)}
              />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {deleting && (
        <DeleteOrphanDialog
          orphan={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => {
            forget(deleting.id);
            setDeleting(null);
          }}
        />
      )}
    </Section>
  );
}

interface OrphanRowProps {
  orphan: Orphan;
  onDelete: () => void;
  onForget: () => void;
}

function OrphanRow({ orphan, onDelete, onForget }: OrphanRowProps) {
  const { id, kind, user, at } = orphan;
  return (
    <Table.Tr>
      <Table.Td>{credentialName(orphan)}</Table.Td>
      <Table.Td>{kind}</Table.Td>
      <Table.Td>
        <Id id={id} of={kind} />
      </Table.Td>
      <Table.Td>{user}</Table.Td>
      <Table.Td>
        <TimeAgo time={at} />
      </Table.Td>
      <Table.Td>
        <Group gap={4} justify="flex-end" wrap="nowrap">
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-label={`Forget ${nameOrId(orphan)}`}
            onClick={onForget}
          >
            Forget
          </Button>
          <Button
            size="compact-xs"
            variant="outline"
            color="danger"
            aria-label={`Delete ${nameOrId(orphan)}`}
            onClick={onDelete}
          >
            Delete
          </Button>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

interface DeleteOrphanDialogProps {
  orphan: Orphan;
  onClose: () => void;
  onDeleted: () => void;
}

function DeleteOrphanDialog({ orphan, onClose, onDeleted }: DeleteOrphanDialogProps) {
  const { mutateAsync } = useMutation(userMutations.removeOwned);
  const { kind, id, user } = orphan;
  return (
    <ConfirmDialog
      title={`Delete ${kind} ${nameOrId(orphan)}`}
      opened
      onClose={onClose}
      confirmLabel={`Delete ${kind}`}
      onConfirm={() => mutateAsync(orphan).then(onDeleted)}
    >
      <Text>
        It belonged to {user}, who was deleted. Nothing can use it; after this the server does not
        keep it any more.
      </Text>
      <RequestPreview calls={[userCalls.removeOwned({ kind, id })]} />
    </ConfirmDialog>
  );
}
