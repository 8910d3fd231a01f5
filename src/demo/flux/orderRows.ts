import { cellAt } from './column';
import type { Cell } from './column';
import type { Transform } from './stream';
import { buffersOf, columnNamed, gatherRows, inKey, sliceRows } from './table';
import type { Table } from './table';

/** A table all of whose rows come before the offset is no table any more. */
export function limitRows(n: number, offset: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      if (n <= 0) yield sliceRows(table, 0, 0);
      else if (table.length === 0 || table.length > offset) {
        yield sliceRows(table, Math.max(offset, 0), Math.min(offset + n, table.length));
      }
    }
  };
}

/** The last `n` rows before the last `offset`. */
export function tailRows(n: number, offset: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      const stop = Math.max(table.length - offset, 0);
      yield sliceRows(table, n > 0 ? Math.max(stop - n, 0) : stop, stop);
    }
  };
}

/** Nulls come first either way. Columns that a table lacks do not count. */
export function sortRows(labels: readonly string[], isDescending: boolean): Transform {
  return function* (tables) {
    for (const table of tables) yield gatherRows(table, sortedOrder(table, labels, isDescending));
  };
}

type Compare = (a: number, b: number) => number;

/** Pieces of a table are sorted each for itself, stably, then merged. */
export function sortedOrder(
  table: Table,
  labels: readonly string[],
  isDescending: boolean,
): number[] {
  const compare = comparison(table, labels, isDescending);
  let start = 0;
  const pieces = buffersOf(table).map((length) => {
    const rows = Array.from({ length }, (_, index) => start + index).sort(compare);
    start += length;
    return rows;
  });
  const [only] = pieces;
  return pieces.length < 2 ? (only ?? []) : mergedPieces(pieces, compare);
}

function comparison(table: Table, labels: readonly string[], isDescending: boolean): Compare {
  const keys = labels
    .filter((label) => !inKey(table.key, label))
    .map((label) => columnNamed(table, label))
    .filter((column) => column !== undefined && !column.constant)
    .map((column) =>
      Array.from({ length: table.length }, (_, row) => (column ? cellAt(column, row) : null)),
    );
  const sign = isDescending ? -1 : 1;
  return (a, b) => {
    for (const cells of keys) {
      const order = compareCells(cells[a] ?? null, cells[b] ?? null, sign);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compareCells(a: Cell, b: Cell, sign: number): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -sign : sign;
}

interface Head {
  rows: readonly number[];
  at: number;
}

/** By a binary heap as the server's: of equal rows its shape says which one is next. */
function mergedPieces(pieces: readonly (readonly number[])[], compare: Compare): number[] {
  const heap = pieces.map((rows): Head => ({ rows, at: 0 }));
  const rowOf = (index: number): number => heap[index]?.rows[heap[index].at] ?? 0;
  const isLess = (i: number, j: number): boolean => compare(rowOf(i), rowOf(j)) < 0;
  const sink = (from: number, size: number): void => {
    for (let i = from; ;) {
      const left = 2 * i + 1;
      if (left >= size) return;
      const child = left + 1 < size && isLess(left + 1, left) ? left + 1 : left;
      if (!isLess(child, i)) return;
      swap(heap, i, child);
      i = child;
    }
  };
  for (let i = Math.floor(heap.length / 2) - 1; i >= 0; i--) sink(i, heap.length);
  const out: number[] = [];
  for (let head = heap[0]; head; head = heap[0]) {
    out.push(rowOf(0));
    head.at += 1;
    if (head.at < head.rows.length) {
      sink(0, heap.length);
    } else {
      swap(heap, 0, heap.length - 1);
      heap.pop();
      sink(0, heap.length);
    }
  }
  return out;
}

function swap(heap: Head[], i: number, j: number): void {
  const [a, b] = [heap[i], heap[j]];
  if (!a || !b) return;
  heap[i] = b;
  heap[j] = a;
}
