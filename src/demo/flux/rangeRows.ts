import { constantColumn } from './column';
import { fail } from './fluxError';
import { rangeKey } from './seriesTables';
import { columnNamed, gatherRows } from './table';
import type { Table } from './table';
import type { Bounds } from './windows';

/** A range over tables: fewer rows, and new `_start` and `_stop`. */
export function* narrowRange(tables: Iterable<Table>, bounds: Bounds): Iterable<Table> {
  for (const table of tables) {
    const time = columnNamed(table, '_time');
    if (time?.type !== 'time') return fail("range error: supplied time column _time doesn't exist");
    const rows: number[] = [];
    for (let row = 0; row < table.length; row++) {
      const at = time.values[time.constant ? 0 : row] ?? 0n;
      if (at >= bounds.start && at < bounds.stop) rows.push(row);
    }
    yield withBounds(gatherRows(table, rows), bounds);
  }
}

function withBounds(table: Table, bounds: Bounds): Table {
  const isOther = ({ label }: { label: string }): boolean =>
    label !== '_start' && label !== '_stop';
  return {
    key: [...rangeKey(bounds), ...table.key.filter(isOther)],
    columns: [
      constantColumn('_start', 'time', bounds.start),
      constantColumn('_stop', 'time', bounds.stop),
      ...table.columns.filter(isOther),
    ],
    length: table.length,
  };
}
