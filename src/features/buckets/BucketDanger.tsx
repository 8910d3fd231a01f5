import { Group, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate, useParams } from 'react-router-dom';
import type { Bucket } from '@/api/buckets';
import { ActionButton } from '@/components/ActionButton';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { DeleteBucketDialog } from './DeleteBucketDialog';

export function BucketDanger({ bucket }: { bucket: Bucket }) {
  const { server = '' } = useParams();
  const navigate = useNavigate();
  const [opened, { open, close }] = useDisclosure(false);
  const { id, orgID } = bucket;
  return (
    <Group justify="space-between" gap="sm">
      <Text c="dimmed">Deletes the bucket with all its points.</Text>
      <ActionButton
        needs={writeOf('buckets', { orgID, id })}
        variant="outline"
        color="danger"
        onClick={open}
      >
        Delete bucket
      </ActionButton>
      {opened && (
        <DeleteBucketDialog
          bucket={bucket}
          onClose={close}
          onDeleted={() => navigate(paths.buckets(server, orgID))}
        />
      )}
    </Group>
  );
}
