import type { Action, Permission } from './permissions';
import { covers } from './permissions';
import { heldOnBucket, indexOf } from './permissionIndex';
import type { KnownBucket } from './surroundings';
import { neededFor } from './surroundings';

/** Why a bucket is reached: the first permission of the set that covers it. */
export interface BucketReach {
  bucket: KnownBucket;
  read?: Permission;
  write?: Permission;
}

function granting(permissions: readonly Permission[], action: Action, bucket: KnownBucket) {
  const needed = neededFor(action, bucket);
  return permissions.find((permission) => covers(permission, needed));
}

/** Every bucket that the permissions read or write. */
export function bucketReach(
  permissions: readonly Permission[],
  buckets: Iterable<KnownBucket>,
): BucketReach[] {
  const index = indexOf(permissions);
  const reached: BucketReach[] = [];
  for (const bucket of buckets) {
    if (heldOnBucket(index, bucket) === 0) continue;
    const read = granting(permissions, 'read', bucket);
    const write = granting(permissions, 'write', bucket);
    reached.push({ bucket, read, write });
  }
  return reached;
}
