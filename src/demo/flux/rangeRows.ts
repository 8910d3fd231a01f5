import { cellAt, constantColumn } from './column';
import { fail } from './fluxError';
import { rangeKey } from './seriesTables';
import { columnNamed, gatherRows, inKey, keyColumn } from './table';
import type { Table } from './table';
import { intersect } from './windows';
import type { Bounds } from './windows';

/** Two ranges that share no time. */
const NOTHING: Bounds = { start: 0n, stop: 0n };

/** A range over tables: fewer rows, and `_start` and `_stop`, cut to those there were. */
export function* narrowRange(tables: Iterable<Table>, asked: Bounds): Iterable<Table> {
  const bounds = asked.start < asked.stop ? asked : NOTHING;
  for (const table of tables) {
    const time = columnNamed(table, '_time');
    if (!time) return fail("range error: supplied time column _time doesn't exist");
    if (time.type !== 'time') {
      return fail('range error: provided time column _time is not of type time');
    }
    const rows: number[] = [];
    for (let row = 0; row < table.length; row++) {
      const at = cellAt(time, row);
      if (typeof at === 'bigint' && at >= bounds.start && at < bounds.stop) rows.push(row);
    }
    yield withBounds(gatherRows(table, rows), cut(table, bounds));
  }
}

function cut({ key }: Table, bounds: Bounds): Bounds {
  const start = keyColumn(key, '_start')?.value;
  const stop = keyColumn(key, '_stop')?.value;
  if (typeof start !== 'bigint' || typeof stop !== 'bigint') return bounds;
  const overlaps = start < bounds.stop && stop > bounds.start;
  return overlaps ? intersect(bounds, { start, stop }) : bounds;
}

function withBounds(table: Table, bounds: Bounds): Table {
  const fixed = rangeKey(bounds);
  const key = table.key.map((each) => fixed.find(({ label }) => label === each.label) ?? each);
  const columns = fixed.map(({ label, type, value }) => constantColumn(label, type, value));
  return {
    key: [...fixed.filter(({ label }) => !inKey(table.key, label)), ...key],
    columns: [
      ...columns.filter(({ label }) => !columnNamed(table, label)),
      ...table.columns.map(
        (column) => columns.find(({ label }) => label === column.label) ?? column,
      ),
    ],
    length: table.length,
  };
}
