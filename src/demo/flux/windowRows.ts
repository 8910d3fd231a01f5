import { cellAt, constantColumn } from './column';
import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { WindowOperation } from './stream';
import { columnNamed, gatherRows } from './table';
import type { GroupKey, Table } from './table';
import { intersect, Windows } from './windows';
import type { Bounds } from './windows';

/** Each row into the tables of the windows it falls into; the windows are cut to the range. */
export function* windowTables(
  tables: Iterable<Table>,
  operation: WindowOperation,
  range: Bounds,
): Iterable<Table> {
  const windows = new Windows(operation.spec);
  const groups = new Regroup();
  for (const table of tables) {
    for (const { bounds, rows } of rowsByWindow(table, operation, windows, range)) {
      const part = gatherRows(table, rows);
      const windowed = withBounds(part, operation, bounds);
      groups.add(windowed.key, windowed);
    }
  }
  yield* groups.tables();
}

function rowsByWindow(
  table: Table,
  { timeColumn, createEmpty }: WindowOperation,
  windows: Windows,
  range: Bounds,
): Iterable<{ bounds: Bounds; rows: number[] }> {
  const time = columnNamed(table, timeColumn);
  if (time?.type !== 'time') return fail(`missing time column "${timeColumn}"`);
  const found = new Map<bigint, { bounds: Bounds; rows: number[] }>();
  if (createEmpty) {
    for (const window of windows.over(range)) {
      found.set(window.start, { bounds: intersect(window, range), rows: [] });
    }
  }
  for (let row = 0; row < table.length; row++) {
    const at = cellAt(time, row);
    if (typeof at !== 'bigint') continue;
    for (const window of windows.containing(at)) {
      const entry = found.get(window.start);
      if (entry) entry.rows.push(row);
      else found.set(window.start, { bounds: intersect(window, range), rows: [row] });
    }
  }
  return found.values();
}

function withBounds(
  table: Table,
  { startColumn, stopColumn }: WindowOperation,
  { start, stop }: Bounds,
): Table {
  const fixed = [
    constantColumn(startColumn, 'time', start),
    constantColumn(stopColumn, 'time', stop),
  ];
  const isOther = ({ label }: { label: string }): boolean =>
    label !== startColumn && label !== stopColumn;
  const key: GroupKey = [
    { label: startColumn, type: 'time', value: start },
    { label: stopColumn, type: 'time', value: stop },
    ...table.key.filter(isOther),
  ];
  return { key, columns: [...fixed, ...table.columns.filter(isOther)], length: table.length };
}
