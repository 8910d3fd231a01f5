import { cellAt, constantColumn } from './column';
import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { WindowOperation } from './stream';
import { columnNamed, gatherRows, inKey } from './table';
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
      const windowed = withBounds(gatherRows(table, rows), operation, bounds);
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

/** The bounds of the window where the table had bounds before, else after all its columns. */
function withBounds(
  table: Table,
  { startColumn, stopColumn }: WindowOperation,
  { start, stop }: Bounds,
): Table {
  const bounds = [
    { label: startColumn, type: 'time' as const, value: start },
    { label: stopColumn, type: 'time' as const, value: stop },
  ];
  const fixed = bounds.map(({ label, type, value }) => constantColumn(label, type, value));
  const replaced = table.columns.map(
    (column) => fixed.find(({ label }) => label === column.label) ?? column,
  );
  const columns = [...replaced, ...fixed.filter(({ label }) => !columnNamed(table, label))];
  const key: GroupKey = columns.flatMap(({ label }) => {
    const own = bounds.find((each) => each.label === label);
    const kept = table.key.find((each) => each.label === label);
    return own ?? kept ?? [];
  });
  const lost = table.key.filter(({ label }) => !inKey(key, label));
  return { key: [...key, ...lost], columns, length: table.length };
}
