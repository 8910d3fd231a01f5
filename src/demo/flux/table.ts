import { cellAt, constantColumn, gather, slice } from './column';
import type { Cell, Column } from './column';
import type { FluxError } from './fluxError';
import type { ColumnType } from './values';

export interface KeyColumn {
  label: string;
  type: ColumnType;
  value: Cell;
}

export type GroupKey = readonly KeyColumn[];

/** Rows that share a group key. The columns of the key are among the columns, a few exceptions of the storage aside. */
export interface Table {
  key: GroupKey;
  columns: readonly Column[];
  length: number;
  /** How many rows each piece has that the table was read in, where it came in several: floats are added piece by piece, sorted pieces are merged. */
  buffers?: readonly number[];
  /** What went wrong while the rows after these were read. */
  failure?: FluxError;
}

export function buffersOf({ buffers, length }: Table): readonly number[] {
  return buffers ?? (length > 0 ? [length] : []);
}

export function columnNamed(table: Table, label: string): Column | undefined {
  return table.columns.find((column) => column.label === label);
}

export function keyColumn(key: GroupKey, label: string): KeyColumn | undefined {
  return key.find((column) => column.label === label);
}

export function inKey(key: GroupKey, label: string): boolean {
  return key.some((column) => column.label === label);
}

export function keyColumns(key: GroupKey): Column[] {
  return key.map(({ label, type, value }) => constantColumn(label, type, value));
}

/** The key of a row on some of the columns of its table, in the order of the columns. */
export function keyOfRow(table: Table, row: number, on: (label: string) => boolean): GroupKey {
  return table.columns
    .filter(({ label }) => on(label))
    .map((column) => ({ label: column.label, type: column.type, value: cellAt(column, row) }));
}

/** Equal texts are equal keys. */
export function keyText(key: GroupKey): string {
  return JSON.stringify(
    key
      .map(({ label, type, value }) => [label, type, value === null ? null : String(value)])
      .sort(([a], [b]) => compareText(String(a), String(b))),
  );
}

export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export function compareCells(a: Cell, b: Cell): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return a < b ? -1 : 1;
}

function sorted(key: GroupKey): GroupKey {
  return [...key].sort((a, b) => compareText(a.label, b.label));
}

const TYPES: readonly ColumnType[] = ['bool', 'int', 'uint', 'float', 'string', 'time'];

/** The server's order of tables: of two keys with different labels, the one whose label is greater lacks the other and comes first. */
export function compareKeys(a: GroupKey, b: GroupKey): number {
  const left = sorted(a);
  const right = sorted(b);
  for (const [index, column] of left.entries()) {
    const other = right[index];
    if (!other) return 1;
    if (column.label !== other.label) return compareText(other.label, column.label);
    if (column.type !== other.type) return TYPES.indexOf(column.type) - TYPES.indexOf(other.type);
    const order = compareCells(column.value, other.value);
    if (order !== 0) return order;
  }
  return left.length === right.length ? 0 : -1;
}

export function gatherRows(table: Table, indices: ArrayLike<number>): Table {
  return {
    key: table.key,
    columns: table.columns.map((column) => gather(column, indices)),
    length: indices.length,
  };
}

export function sliceRows(table: Table, start: number, stop: number): Table {
  return {
    key: table.key,
    columns: table.columns.map((column) => slice(column, start, stop)),
    length: stop - start,
  };
}
