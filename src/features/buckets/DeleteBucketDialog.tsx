import { Stack, Text } from '@mantine/core';
import type { Bucket } from '@/api/buckets';
import { bucketCalls, bucketMutations } from '@/api/buckets';
import { RequestPreview } from '@/components/RequestPreview';
import { ConfirmDialog } from '@/ui/ConfirmDialog';
import { useRemoval } from '@/ui/useRemoval';
import { BucketLosses } from './BucketLosses';

export interface DeleteBucketDialogProps {
  bucket: Bucket;
  onClose: () => void;
  /** Leaves every screen that shows it. */
  onDeleted: () => void | Promise<void>;
}

export function DeleteBucketDialog({ bucket, onClose, onDeleted }: DeleteBucketDialogProps) {
  const remove = useRemoval(bucketMutations.remove, onDeleted);
  return (
    <ConfirmDialog
      title={`Delete bucket ${bucket.name}`}
      opened
      onClose={onClose}
      confirmLabel="Delete bucket and data"
      typedName={bucket.name}
      onConfirm={() => remove(bucket)}
    >
      <Stack gap="sm">
        <Text>Everything in the bucket is gone for good. There is no undo and no trash.</Text>
        <BucketLosses bucket={bucket} />
        <RequestPreview calls={[bucketCalls.remove(bucket.id)]} />
      </Stack>
    </ConfirmDialog>
  );
}
