import { cellAt, columnOf, gather } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import { aggregate, aggregateType, checkSelectable, isSelector, selectRow } from './reductions';
import type { AggregateWindowOperation } from './stream';
import { columnNamed, keyColumns } from './table';
import type { GroupKey, Table } from './table';
import { intersect, Windows } from './windows';
import type { Bounds } from './windows';

/** Rows of a table, `start` to before `stop` in time order, that fall into a window. */
interface Window {
  bounds: Bounds;
  start: number;
  stop: number;
}

interface Ordered {
  times: (index: number) => bigint;
  /** Present where the table is not in time order already. */
  rows?: ArrayLike<number>;
}

function timeOrder(table: Table): Ordered {
  const column = columnNamed(table, '_time');
  if (!column) fail('missing time column "_time"');
  if (column.type !== 'time') fail(`time column "_time" does not have type time`);
  const { values } = column;
  const at = (row: number): bigint => values[column.constant ? 0 : row] ?? 0n;
  let isSorted = !column.valid;
  for (let i = 1; i < table.length && isSorted; i++) isSorted = at(i - 1) <= at(i);
  if (isSorted) return { times: at };
  const rows = Array.from({ length: table.length }, (_, i) => i)
    .filter((row) => cellAt(column, row) !== null)
    .sort((a, b) => Number(at(a) - at(b)) || a - b);
  return { times: (index) => at(rows[index] ?? 0), rows };
}

/** Windows are contiguous (`period` is `every`), so one walk through the times finds them all. */
function windowsOf(
  { times, rows }: Ordered,
  length: number,
  windows: Windows,
  range: Bounds,
  createEmpty: boolean,
): Window[] {
  const found: Window[] = [];
  const n = rows?.length ?? length;
  let next = 0;
  if (createEmpty) {
    for (const bounds of windows.over(range)) {
      const start = next;
      while (next < n && times(next) < bounds.stop) next += 1;
      found.push({ bounds: intersect(bounds, range), start, stop: next });
    }
    return found;
  }
  while (next < n) {
    const start = next;
    const [bounds] = windows.containing(times(start));
    if (!bounds) {
      next += 1;
      continue;
    }
    while (next < n && times(next) < bounds.stop) next += 1;
    found.push({ bounds: intersect(bounds, range), start, stop: next });
  }
  return found;
}

export type Layout = 'pushed' | 'own';

/** One row a window. Selectors leave out empty windows whatever `createEmpty` says. */
export function aggregateWindowTable(
  table: Table,
  operation: AggregateWindowOperation,
  range: Bounds,
  layout: Layout,
): Table {
  const column = columnNamed(table, operation.column);
  if (!column) return fail(`column "${operation.column}" does not exist`);
  const order = timeOrder(table);
  const { reduction } = operation;
  const createEmpty = operation.createEmpty && !isSelector(reduction);
  const windows = windowsOf(order, table.length, new Windows(operation.spec), range, createEmpty);
  const key = withRange(table.key, range);
  if (isSelector(reduction)) {
    checkSelectable(reduction, column.type);
    const picked: number[] = [];
    const times: bigint[] = [];
    for (const { bounds, start, stop } of windows) {
      const row = selectRow(reduction, column, start, stop, order.rows);
      if (row < 0) continue;
      picked.push(row);
      times.push(operation.timeSource === '_start' ? bounds.start : bounds.stop);
    }
    return pickedTable(table, key, picked, columnOf(operation.timeTarget, 'time', times));
  }
  const type = aggregateType(reduction, column.type);
  if (type === null) return fail(`unsupported aggregate column type ${column.type}`);
  const cells: Cell[] = windows.map(({ start, stop }) =>
    aggregate(reduction, column, start, stop, order.rows),
  );
  const time = columnOf(
    operation.timeTarget,
    'time',
    windows.map(({ bounds }) => (operation.timeSource === '_start' ? bounds.start : bounds.stop)),
  );
  const value = columnOf(operation.column, type, cells);
  const fixed = keyColumns(key);
  const columns =
    layout === 'pushed'
      ? [...fixed.slice(0, 2), time, value, ...fixed.slice(2)]
      : [time, ...fixed, value];
  return { key, columns, length: windows.length };
}

function withRange(key: GroupKey, { start, stop }: Bounds): GroupKey {
  const rest = key.filter(({ label }) => label !== '_start' && label !== '_stop');
  return [
    { label: '_start', type: 'time', value: start },
    { label: '_stop', type: 'time', value: stop },
    ...rest,
  ];
}

function pickedTable(table: Table, key: GroupKey, rows: readonly number[], time: Column): Table {
  const bounds = keyColumns(key);
  const columns = table.columns.map((column) => {
    if (column.label === time.label) return time;
    const fixed = bounds.find(({ label }) => label === column.label);
    return fixed ?? gather(column, rows);
  });
  if (!columnNamed(table, time.label)) columns.push(time);
  return { key, columns, length: rows.length };
}
