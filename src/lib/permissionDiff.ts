import type { Action, Permission } from './permissions';
import { distinct } from './permissions';
import type { PermissionIndex } from './permissionIndex';
import { bitOf, heldOnBucket, indexCovers, indexOf } from './permissionIndex';
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

function beyond(some: readonly Permission[], others: PermissionIndex): Permission[] {
  return distinct(some).filter((permission) => !indexCovers(others, permission));
}

const actions: readonly Action[] = ['read', 'write'];

function actionsIn(bits: number): Action[] {
  return actions.filter((action) => (bits & bitOf[action]) !== 0);
}

export function permissionDiff(
  before: readonly Permission[],
  after: readonly Permission[],
  { buckets }: Pick<Surroundings, 'buckets'>,
): PermissionDiff {
  const was = indexOf(before);
  const is = indexOf(after);
  const gained = beyond(after, was);
  const lost = beyond(before, is);
  const changes: BucketChange[] = [];
  for (const bucket of buckets.values()) {
    const old = heldOnBucket(was, bucket);
    const now = heldOnBucket(is, bucket);
    if (old === now) continue;
    changes.push({ bucket, gained: actionsIn(now & ~old), lost: actionsIn(old & ~now) });
  }
  return { gained, lost, buckets: changes, isSame: gained.length + lost.length === 0 };
}
