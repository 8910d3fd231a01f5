import type { FieldType, Retention, TimeSpan, TypedFieldKey } from './storage';

const SECOND = 1_000_000_000n;
const DAY = 86_400;
/** Shards are cut from year 1 on, a Monday, not from 1970. */
const YEAR_1 = -62_135_596_800n * SECOND;

/** A span of time whose points share one schema: a field may change its type from shard to shard. */
export interface Shard extends TimeSpan {
  /** measurement → field → type */
  types: Map<string, Map<string, FieldType>>;
  /** measurement → series and field → what was deleted while other points of the measurement stayed */
  deleted: Map<string, Map<string, TypedFieldKey>>;
}

export function shardDuration({ everySeconds, shardSeconds }: Retention): bigint {
  if (shardSeconds > 0) return BigInt(Math.max(shardSeconds, 3600)) * SECOND;
  if (everySeconds === 0 || everySeconds >= 180 * DAY) return BigInt(7 * DAY) * SECOND;
  return BigInt(everySeconds >= 2 * DAY ? DAY : 3600) * SECOND;
}

/** Made on demand, in order of time, never overlapping: one that changed duration meets its older neighbours. */
export class Shards {
  private list: Shard[] = [];
  private recent: Shard | null = null;

  all(): readonly Shard[] {
    return this.list;
  }

  overlapping(span: TimeSpan): Shard[] {
    return this.list.filter((shard) => shard.start < span.stop && span.start < shard.stop);
  }

  at(time: bigint, duration: bigint): Shard {
    const { recent } = this;
    if (recent && recent.start <= time && time < recent.stop) return recent;
    const found = this.list.find((shard) => shard.start <= time && time < shard.stop);
    this.recent = found ?? this.add(time, duration);
    return this.recent;
  }

  private add(time: bigint, duration: bigint): Shard {
    const since = time - YEAR_1;
    const start = YEAR_1 + (since / duration) * duration;
    const index = this.list.findIndex((shard) => shard.start > time);
    const before = this.list[(index < 0 ? this.list.length : index) - 1];
    const after = this.list[index];
    const shard: Shard = {
      start: before && before.stop > start ? before.stop : start,
      stop: after && after.start < start + duration ? after.start : start + duration,
      types: new Map(),
      deleted: new Map(),
    };
    this.list = [...this.list, shard].sort((a, b) => (a.start < b.start ? -1 : 1));
    return shard;
  }

  /** Takes out the shards that end by `time`. */
  removeBefore(time: bigint): Shard[] {
    const expired = this.list.filter((shard) => shard.stop <= time);
    if (expired.length > 0) {
      this.list = this.list.filter((shard) => shard.stop > time);
      this.recent = null;
    }
    return expired;
  }

  fork(): Shards {
    const fork = new Shards();
    fork.list = this.list.map((shard) => ({
      ...shard,
      types: new Map([...shard.types].map(([name, fields]) => [name, new Map(fields)])),
      deleted: new Map([...shard.deleted].map(([name, keys]) => [name, new Map(keys)])),
    }));
    return fork;
  }
}
