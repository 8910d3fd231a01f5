import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Bucket } from '@/api/buckets';
import { bucketCalls, bucketMutations } from '@/api/buckets';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { BucketLosses } from './BucketLosses';

export interface DeleteBucketDialogProps {
  bucket: Bucket;
  onClose: () => void;
  onDeleted: () => void | Promise<void>;
}

export function DeleteBucketDialog({ bucket, onClose, onDeleted }: DeleteBucketDialogProps) {
  const { mutateAsync } = useMutation(bucketMutations.remove);
  return (
    <ConfirmDialog
      title={`Delete bucket ${bucket.name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete bucket and data"
      typedName={bucket.name}
      onConfirm={() => mutateAsync(bucket).then(onDeleted)}
    >
      <Stack gap="sm">
        <Text>Everything in the bucket is gone for good. There is no undo and no trash.</Text>
        <BucketLosses bucket={bucket} />
        <RequestPreview calls={[bucketCalls.remove(bucket.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
