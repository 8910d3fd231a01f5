import { bucketReach } from './bucketReach';
import type { Action, Permission } from './permissions';
import { anyCovers, distinct } from './permissions';
import type { KnownBucket, Surroundings } from './surroundings';

export interface BucketChange {
  bucket: KnownBucket;
  gained: Action[];
  lost: Action[];
}

/** What one set of permissions has that another lacks. */
export interface PermissionDiff {
  /** Of `after`, not covered by `before`. */
  gained: Permission[];
  /** Of `before`, not covered by `after`. */
  lost: Permission[];
  /** Buckets by name whose reading or writing changes. */
  buckets: BucketChange[];
  isSame: boolean;
}

function beyond(some: readonly Permission[], others: readonly Permission[]): Permission[] {
  return distinct(some).filter((permission) => !anyCovers(others, permission));
}

const actions: readonly Action[] = ['read', 'write'];

export function permissionDiff(
  before: readonly Permission[],
  after: readonly Permission[],
  { buckets }: Surroundings,
): PermissionDiff {
  const gained = beyond(after, before);
  const lost = beyond(before, after);
  const changes = [...buckets.values()].flatMap((bucket): BucketChange[] => {
    const [was] = bucketReach(before, [bucket]);
    const [is] = bucketReach(after, [bucket]);
    const change = {
      bucket,
      gained: actions.filter((action) => !was?.[action] && is?.[action]),
      lost: actions.filter((action) => was?.[action] && !is?.[action]),
    };
    return change.gained.length + change.lost.length > 0 ? [change] : [];
  });
  return { gained, lost, buckets: changes, isSame: gained.length + lost.length === 0 };
}
