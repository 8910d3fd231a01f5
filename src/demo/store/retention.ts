import type { Retention } from '@/demo/storage/storage';
import { defaultShardSeconds } from './buckets';

const MIN_SECONDS = 3600;
const SECOND = 1_000_000_000n;

/** What an int64 of nanoseconds makes of a number of seconds: more than 292 years overflow. */
export function storedSeconds(seconds: bigint): number {
  return secondsOf(BigInt.asIntN(64, seconds * SECOND));
}

/** Whole seconds; less than one is still not infinite. */
export function secondsOf(nanoseconds: bigint): number {
  const exact = Number(nanoseconds) / 1e9;
  return Math.abs(exact) < 1 ? Math.ceil(Math.abs(exact)) : Math.round(exact);
}

export const TOO_LOW = 'retention policy duration must be at least 1h0m0s';
const SHARD_TOO_LONG = 'retention policy duration must be greater than the shard duration';
export const SHARD_MUST_SHRINK =
  'shard-group duration must also be updated to be smaller than new retention duration';

/** 0 lets the server choose; less than an hour is raised to an hour. */
export function normalisedShard(shardSeconds: number, everySeconds: number): number {
  if (shardSeconds === 0) return defaultShardSeconds(everySeconds);
  return Math.max(shardSeconds, MIN_SECONDS);
}

/** Neither infinite nor a duration that the storage takes. */
export function isOutOfRange(everySeconds: number): boolean {
  return everySeconds !== 0 && everySeconds < MIN_SECONDS;
}

/** Why the storage refuses the retention of a new bucket, in its words; null if it takes it. */
export function creationProblem({ everySeconds, shardSeconds }: Retention): string | null {
  if (isOutOfRange(everySeconds)) return TOO_LOW;
  if (everySeconds > 0 && everySeconds < shardSeconds) return SHARD_TOO_LONG;
  return null;
}

export interface RetentionChange {
  everySeconds?: number | undefined;
  shardSeconds?: number | undefined;
}

/** What a change makes of `current`: `shown` keeps the numbers as sent, `stored` is what the storage works with. */
export function changeRetention(
  current: Retention,
  change: RetentionChange,
): { shown: Retention; stored: Retention } | { refused: string } {
  const shown: Retention = {
    everySeconds: change.everySeconds ?? current.everySeconds,
    shardSeconds: change.shardSeconds ?? current.shardSeconds,
  };
  if (change.everySeconds !== undefined && isOutOfRange(change.everySeconds)) {
    return { refused: TOO_LOW };
  }
  const shard = change.shardSeconds ?? normalisedShard(current.shardSeconds, current.everySeconds);
  if (shown.everySeconds > 0 && shown.everySeconds < shard) return { refused: SHARD_MUST_SHRINK };
  return {
    shown,
    stored: { ...shown, shardSeconds: normalisedShard(shard, shown.everySeconds) },
  };
}
