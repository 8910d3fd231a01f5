import type { FieldValue, Point } from '@/lib/lineProtocol';
import { formatSeriesKey } from '@/lib/lineProtocolWrite';
import { Column } from './column';
import { Series, compareSeries } from './series';
import { Shards, shardDuration } from './shards';
import type { Shard } from './shards';
import type {
  FieldType,
  Retention,
  SeriesField,
  SeriesFieldKey,
  Tags,
  TimeSpan,
  TypedFieldKey,
} from './storage';

/** The points of one bucket. */
export class BucketPoints {
  retention: Retention;
  private shards = new Shards();
  private readonly series = new Map<string, Series>();
  private sorted: Series[] | null = null;

  constructor(retention: Retention) {
    this.retention = retention;
  }

  shardAt(time: bigint): Shard {
    return this.shards.at(time, shardDuration(this.retention));
  }

  findSeries(measurement: string, tags: Tags, isUnreachable: boolean): Series | null {
    return this.series.get(keyOf(measurement, tags, isUnreachable)) ?? null;
  }

  seriesOf(measurement: string, tags: Tags, isUnreachable = false): Series {
    const known = this.findSeries(measurement, tags, isUnreachable);
    if (known) return known;
    const series = Series.detachedFrom(measurement, tags, isUnreachable);
    this.series.set(keyOf(measurement, tags, isUnreachable), series);
    this.sorted = null;
    return series;
  }

  /** The shard has admitted the point. */
  store(series: Series, shard: Shard, time: bigint, point: Point): void {
    for (const [name, field] of point.fields) {
      if (name === 'time') continue;
      const column = this.columnOf(series, shard, name, field);
      column.push(time, field);
    }
  }

  private columnOf(series: Series, shard: Shard, name: string, { type }: FieldValue): Column {
    const column = series.column(name, type) ?? series.add(new Column(name, type));
    if (column.shard !== shard) {
      declare(shard, series.measurement, column.field, type);
      column.shard = shard;
    }
    return column;
  }

  fill({ measurement, tags, field, times, data }: SeriesField): void {
    const series = this.seriesOf(measurement, tags);
    if (series.column(field, data.type))
      throw new Error(`${measurement} ${field} has points already`);
    series.add(Column.filled(field, { times, data }));
    let shard: Shard | null = null;
    for (const time of times) {
      if (shard && time < shard.stop) continue;
      shard = this.shardAt(time);
      declare(shard, measurement, field, data.type);
    }
  }

  deleteWhere(
    span: TimeSpan,
    accepts: (series: Pick<SeriesField, 'measurement' | 'tags'>) => boolean,
  ): void {
    const touched = new Set<string>();
    const shards = this.shards.overlapping(span);
    for (const series of this.series.values()) {
      if (series.isUnreachable || !accepts(series)) continue;
      for (const column of series.sortedColumns()) {
        const held = shards.filter((shard) => column.hasPointIn(shard));
        if (!column.remove(span)) continue;
        touched.add(series.measurement);
        for (const shard of held) if (!column.hasPointIn(shard)) bury(shard, series, column);
      }
    }
    if (touched.size > 0) this.forget(touched, shards);
  }

  expire(bound: bigint): void {
    for (const { start, stop } of this.shards.removeBefore(bound)) {
      const touched = new Set<string>();
      for (const series of this.series.values()) {
        if (removeFrom(series, { start, stop })) touched.add(series.measurement);
      }
      this.forget(touched, []);
    }
  }

  /** Series without points go; a shard forgets the field types of a measurement that it has no points of. */
  private forget(measurements: ReadonlySet<string>, shards: readonly Shard[]): void {
    for (const [key, series] of this.series) {
      if (!measurements.has(series.measurement)) continue;
      series.prune();
      if (series.columns.size === 0) this.series.delete(key);
    }
    this.sorted = null;
    for (const shard of shards) {
      for (const measurement of measurements) {
        if (this.hasPoints(measurement, shard)) continue;
        shard.types.delete(measurement);
        shard.deleted.delete(measurement);
      }
      for (const series of this.series.values()) {
        for (const column of series.columns.values()) column.shard = null;
      }
    }
  }

  private hasPoints(measurement: string, span: TimeSpan): boolean {
    for (const series of this.series.values()) {
      if (series.measurement !== measurement) continue;
      if (series.sortedColumns().some((column) => column.hasPointIn(span))) return true;
    }
    return false;
  }

  *read(
    span: TimeSpan,
    accepts: ((series: SeriesFieldKey) => boolean) | undefined,
  ): Generator<SeriesField> {
    for (const { series, column, key } of this.columns()) {
      if (series.isUnreachable || (accepts && !accepts(key))) continue;
      const cut = column.cut(span);
      if (cut) yield { ...key, ...cut };
    }
  }

  *seriesKeys(span: TimeSpan | undefined): Generator<TypedFieldKey> {
    const shards = span === undefined ? null : merged(this.shards.overlapping(span));
    for (const { column, key } of this.columns()) {
      if (shards === null || shards.some((shard) => column.hasPointIn(shard))) {
        yield { ...key, type: column.type };
      }
    }
  }

  *deletedKeys(span: TimeSpan | undefined): Generator<TypedFieldKey> {
    for (const shard of span === undefined ? this.shards.all() : this.shards.overlapping(span)) {
      for (const keys of shard.deleted.values()) yield* keys.values();
    }
  }

  private *columns(): Generator<{ series: Series; column: Column; key: SeriesFieldKey }> {
    this.sorted ??= [...this.series.values()].sort(compareSeries);
    for (const series of this.sorted) {
      const { measurement, tags } = series;
      for (const column of series.sortedColumns()) {
        yield { series, column, key: { measurement, tags, field: column.field } };
      }
    }
  }

  fork(): BucketPoints {
    const fork = new BucketPoints(this.retention);
    fork.shards = this.shards.fork();
    for (const [key, series] of this.series) fork.series.set(key, series.fork());
    return fork;
  }
}

function keyOf(measurement: string, tags: Tags, isUnreachable: boolean): string {
  return `${isUnreachable ? '!' : '.'}${formatSeriesKey(measurement, tags)}`;
}

function declare(shard: Shard, measurement: string, field: string, type: FieldType): void {
  const fields = shard.types.get(measurement);
  if (fields) fields.set(field, type);
  else shard.types.set(measurement, new Map([[field, type]]));
}

function bury(shard: Shard, { measurement, tags }: Series, { field, type }: Column): void {
  const known = shard.deleted.get(measurement) ?? new Map<string, TypedFieldKey>();
  shard.deleted.set(measurement, known);
  const key = `${formatSeriesKey(measurement, tags)}#${field}`;
  known.set(key, { measurement, tags, field, type });
}

function removeFrom(series: Series, span: TimeSpan): boolean {
  let removed = false;
  for (const column of series.sortedColumns()) {
    if (column.remove(span)) removed = true;
  }
  return removed;
}

/** Neighbouring shards as one span. */
function merged(shards: readonly Shard[]): TimeSpan[] {
  const spans: { start: bigint; stop: bigint }[] = [];
  for (const { start, stop } of shards) {
    const last = spans.at(-1);
    if (last?.stop === start) last.stop = stop;
    else spans.push({ start, stop });
  }
  return spans;
}
