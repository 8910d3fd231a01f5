import type { Action, BucketRecord, Permission } from '@/demo/state';

export function bucketPermission(
  action: Action,
  { id, orgID }: Pick<BucketRecord, 'id' | 'orgID'>,
): Permission {
  return { action, resource: { type: 'buckets', id, orgID } };
}

/** System buckets are read with their org. */
export function bucketReadPermission(bucket: BucketRecord): Permission {
  return bucket.type === 'system'
    ? { action: 'read', resource: { type: 'orgs', id: bucket.orgID } }
    : bucketPermission('read', bucket);
}
