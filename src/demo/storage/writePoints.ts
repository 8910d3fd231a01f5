import type { Point } from '@/lib/lineProtocol';
import type { BucketPoints } from './bucketPoints';
import type { Series } from './series';
import type { Shard } from './shards';
import type { Tags, WriteOutcome } from './storage';
import { Outside, refusalOf, strippedTime } from './writeRules';
import type { WriteRules } from './writeRules';

interface Failure {
  shard: Shard;
  reason: string;
  dropped: number;
}

export interface WriteTarget {
  bucketID: string;
  points: BucketPoints;
  rules: WriteRules;
}

/** The text of a partial write, as `/api/v2/write` and `to()` begin to say it. */
export function partialWriteText(outcome: WriteOutcome): string | null {
  if (outcome.reason === null) return null;
  return `partial write: ${outcome.reason} dropped=${outcome.dropped}${outcome.scope}`;
}

/** Stores what is allowed. A failing shard speaks for the whole write; the earliest one, with its own count. */
export function writePoints(
  target: WriteTarget,
  points: Iterable<Point>,
  fallbackNs: bigint,
  nowNs: bigint,
): WriteOutcome {
  const { everySeconds } = target.points.retention;
  const bound = nowNs - BigInt(everySeconds) * 1_000_000_000n;
  const outside = new Outside();
  const failures = new Map<Shard, Failure>();
  const seriesOf = seriesFinder(target.points);
  let stripped: string | null = null;
  const store = (point: Point, time: bigint, shard: Shard): void => {
    const series = seriesOf(point);
    if (!isKnown(series, shard, point)) {
      const reason = refusalOf(point, shard);
      if (reason !== null) {
        fail(failures, shard, reason);
        return;
      }
      if (point.fields.some(([name]) => name === 'time')) stripped ??= point.measurement;
    }
    target.points.store(series ?? newSeries(target.points, point), shard, time, point);
  };
  const late: { point: Point; time: bigint }[] = [];
  const shards = new Set<Shard>();
  for (const point of points) {
    const time = point.timeNs ?? fallbackNs;
    if (everySeconds > 0 && time < bound) {
      late.push({ point, time });
      continue;
    }
    const shard = target.points.shardAt(time);
    shards.add(shard);
    store(point, time, shard);
  }
  for (const { point, time } of late) {
    // What is too old is taken all the same where another point of the write opens its shard.
    const shard = [...shards].find(({ start, stop }) => start <= time && time < stop);
    if (shard) store(point, time, shard);
    else outside.add(point, time);
  }
  const first = earliest(failures);
  if (first) return { reason: first.reason, dropped: first.dropped, scope: '' };
  return wholeWriteOutcome(target, { outside, bound, stripped });
}

function wholeWriteOutcome(
  { bucketID, points, rules }: WriteTarget,
  { outside, bound, stripped }: { outside: Outside; bound: bigint; stripped: string | null },
): WriteOutcome {
  const scope = ` for database: ${bucketID} for retention policy: autogen`;
  if (outside.dropped > 0) {
    const reason = outside.reason(rules, points.retention.everySeconds, bound);
    return { reason, dropped: outside.dropped, scope };
  }
  if (stripped !== null && rules.namesStrippedTime) {
    return { reason: strippedTime(stripped), dropped: 0, scope };
  }
  return { reason: null };
}

/** Points of a batch share their tags: a series is looked up by them before by its key. Null: not yet there. */
function seriesFinder(bucket: BucketPoints): (point: Point) => Series | null {
  const byTags = new Map<Tags, Series>();
  return ({ measurement, tags, isUnreachable = false }) => {
    const known = byTags.get(tags);
    if (known?.measurement === measurement && known.isUnreachable === isUnreachable) return known;
    const series = bucket.findSeries(measurement, tags, isUnreachable);
    if (series) byTags.set(tags, series);
    return series;
  };
}

function newSeries(bucket: BucketPoints, point: Point): Series {
  return bucket.seriesOf(point.measurement, point.tags, point.isUnreachable);
}

/** Whether each field was admitted by this shard before, with this type: then nothing needs a look. */
function isKnown(series: Series | null, shard: Shard, { fields }: Point): boolean {
  if (!series) return false;
  for (const [name, { type, value }] of fields) {
    const column = series.columns.get(name);
    if (column?.type !== type || column.shard !== shard) return false;
    if (typeof value === 'string' && value.length > 100_000) return false;
  }
  return true;
}

function fail(failures: Map<Shard, Failure>, shard: Shard, reason: string): void {
  const failure = failures.get(shard);
  if (failure) failure.dropped++;
  else failures.set(shard, { shard, reason, dropped: 1 });
}

function earliest(failures: ReadonlyMap<Shard, Failure>): Failure | undefined {
  return [...failures.values()].sort((a, b) => (a.shard.start < b.shard.start ? -1 : 1))[0];
}
