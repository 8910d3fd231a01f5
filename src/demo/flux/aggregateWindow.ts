import { columnOf, gather } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import { aggregate, aggregateType, isSelector, selectRow } from './reductions';
import type { WindowedReduction } from './rewrites';
import { columnNamed, keyColumns } from './table';
import type { Table } from './table';
import { intersect, Windows } from './windows';
import type { Bounds } from './windows';

/** Rows of a series, `start` to before `stop`, that fall into a window. */
interface Window {
  bounds: Bounds;
  start: number;
  stop: number;
}

/** The times of a series are in order, its windows contiguous: one walk finds them all. */
function windowsOf(
  times: BigInt64Array,
  windows: Windows,
  range: Bounds,
  createEmpty: boolean,
): Window[] {
  const found: Window[] = [];
  const n = times.length;
  const isBefore = (index: number, stop: bigint): boolean =>
    index < n && (times[index] ?? 0n) < stop;
  let next = 0;
  if (createEmpty) {
    for (const bounds of windows.over(range)) {
      const start = next;
      while (isBefore(next, bounds.stop)) next += 1;
      found.push({ bounds: intersect(bounds, range), start, stop: next });
    }
    return found;
  }
  while (next < n) {
    const start = next;
    const [bounds] = windows.containing(times[start] ?? 0n);
    next += 1;
    if (!bounds) continue;
    while (isBefore(next, bounds.stop)) next += 1;
    found.push({ bounds: intersect(bounds, range), start, stop: next });
  }
  return found;
}

/** A series reduced by the storage: one row a window. */
export function storageWindows(
  table: Table,
  { window, reduction, timeSource, isFilled }: WindowedReduction,
  range: Bounds,
): Table {
  const time = columnNamed(table, '_time');
  const value = columnNamed(table, '_value');
  if (time?.type !== 'time' || !value) return fail('a series has a time and a value');
  const createEmpty = window.createEmpty && (isFilled || !isSelector(reduction));
  const windows = windowsOf(time.values, new Windows(window.spec), range, createEmpty);
  const times = columnOf(
    '_time',
    'time',
    windows.map(({ bounds }) => (timeSource === '_start' ? bounds.start : bounds.stop)),
  );
  const fixed = keyColumns(table.key);
  const columns = [
    ...fixed.slice(0, 2),
    times,
    reducedColumn(value, reduction, windows),
    ...fixed.slice(2),
  ];
  return { key: table.key, columns, length: windows.length };
}

function reducedColumn(
  value: Column,
  reduction: WindowedReduction['reduction'],
  windows: readonly Window[],
): Column {
  if (isSelector(reduction)) {
    const rows = windows.map(({ start, stop }) => selectRow(reduction, value, start, stop));
    return gather(value, rows);
  }
  const cells: Cell[] = windows.map(({ start, stop }) => aggregate(reduction, value, start, stop));
  return columnOf('_value', aggregateType(reduction, value.type) ?? 'float', cells);
}
