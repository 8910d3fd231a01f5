import type { Reference } from '@/lib/influxqlAst';
import type { Filter } from './filter';
import type { PointList } from './points';
import type { Cell } from './results';
import { joinByTime } from './rows';
import type { SlotSource } from './rows';
import type { Schema, SourceSeries } from './sources';

export interface PointQuery {
  schema: Schema;
  filter: Filter;
  /** Other columns of selected points. */
  aux: readonly Reference[];
}

function valueOf(reference: Reference, series: SourceSeries): SlotSource {
  const field = reference.type === 'tag' ? undefined : series.fields.get(reference.name);
  return field ?? { constant: series.tags.get(reference.name) ?? null };
}

/** The first index at or after `start`. */
function lowerBound(times: ArrayLike<bigint>, start: bigint): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] ?? start) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Both ends included. */
interface TimeRange {
  start: bigint;
  end: bigint;
}

function rowsWithin(
  { isTable }: SourceSeries,
  times: ArrayLike<bigint>,
  { start, end }: TimeRange,
): [from: number, to: number] {
  // A row of a subquery may have the time of a window that began before the range.
  if (isTable) return [0, times.length];
  return [lowerBound(times, start), lowerBound(times, end + 1n)];
}

/** What a function sees of a field in one series within a range. */
export function pointList(
  query: PointQuery,
  field: string,
  series: SourceSeries,
  range: TimeRange,
): PointList | null {
  const column = series.fields.get(field);
  if (!column) return null;
  const { tags, isTable = false, keepsOrder = false } = series;
  const [from, to] = rowsWithin(series, column.times, range);
  const aux = query.aux.map((reference) => valueOf(reference, series));
  const rows = joinByTime([column, ...aux, ...query.filter.slots(series)], 1);
  if (!rows) return null;
  const accepts = query.filter.acceptsRow?.(1 + aux.length);
  const times: bigint[] = [];
  const values: Cell[] = [];
  const kept: number[] = [];
  for (let row = from; row < to; row++) {
    rows.row = row;
    const value = column.values[row] ?? null;
    if (value === null || (accepts && accepts(rows.get) !== true)) continue;
    times.push(column.times[row] ?? 0n);
    values.push(value);
    kept.push(row);
  }
  if (times.length === 0) return null;
  if (aux.length === 0) return { times, values, tags, isTable, keepsOrder, aux: null };
  return {
    times,
    values,
    tags,
    isTable,
    keepsOrder,
    aux(index) {
      rows.row = kept[index] ?? 0;
      return aux.map((_, slot) => rows.get(1 + slot));
    },
  };
}
