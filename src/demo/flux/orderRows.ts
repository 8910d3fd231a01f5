import { cellAt } from './column';
import type { Cell } from './column';
import type { Transform } from './stream';
import { columnNamed, compareCells, gatherRows, sliceRows } from './table';
import type { Table } from './table';

export function limitRows(n: number, offset: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      const start = Math.min(offset, table.length);
      yield sliceRows(table, start, Math.min(start + n, table.length));
    }
  };
}

/** The last `n` rows before the last `offset`. */
export function tailRows(n: number, offset: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      const stop = Math.max(table.length - offset, 0);
      yield sliceRows(table, Math.max(stop - n, 0), stop);
    }
  };
}

/** Stable; nulls first. Columns that a table lacks do not count. */
export function sortRows(labels: readonly string[], isDescending: boolean): Transform {
  return function* (tables) {
    for (const table of tables) yield gatherRows(table, sortedOrder(table, labels, isDescending));
  };
}

export function sortedOrder(
  table: Table,
  labels: readonly string[],
  isDescending: boolean,
): number[] {
  const columns = labels
    .map((label) => columnNamed(table, label))
    .filter((column) => column !== undefined);
  const rows = Array.from({ length: table.length }, (_, row) => row);
  const keys = columns
    .filter(({ constant }) => !constant)
    .map((column) => rows.map((row) => cellAt(column, row)));
  const sign = isDescending ? -1 : 1;
  return rows.sort((a, b) => sign * compareRows(keys, a, b));
}

function compareRows(keys: readonly (readonly Cell[])[], a: number, b: number): number {
  for (const cells of keys) {
    const order = compareCells(cells[a] ?? null, cells[b] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}
