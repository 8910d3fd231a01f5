import { cellAt, columnOf, gather, isNull } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import type { AggregateName, Reduction, SelectorName } from './stream';
import { arrowSum } from './sums';
import { buffersOf, columnNamed, inKey, keyColumns } from './table';
import type { Table } from './table';
import type { ColumnType } from './values';

export function isSelector(name: Reduction): name is SelectorName {
  return name === 'first' || name === 'last' || name === 'min' || name === 'max';
}

/** What an aggregate of a column of this type gives; null where it cannot. */
export function aggregateType(name: AggregateName, type: ColumnType): ColumnType | null {
  if (name === 'count') return type === 'time' ? null : 'int';
  if (type !== 'float' && type !== 'int' && type !== 'uint') return null;
  return name === 'mean' ? 'float' : type;
}

/** Over the rows from `start` to before `stop`, in the order of `rows` where it is given. No value at all: null, or a count of 0. */
export function aggregate(
  name: AggregateName,
  column: Column,
  start: number,
  stop: number,
  rows?: ArrayLike<number>,
): Cell {
  if (name === 'count') return BigInt(stop - start);
  const isPlain = !column.constant && !column.valid && !rows;
  if (column.type === 'float' && isPlain) return floatAggregate(name, column.values, start, stop);
  return cellAggregate(name, column, start, stop, rows);
}

function cellAggregate(
  name: 'mean' | 'sum',
  column: Column,
  start: number,
  stop: number,
  rows: ArrayLike<number> | undefined,
): Cell {
  let floats = 0;
  let integers = 0n;
  let n = 0;
  for (let i = start; i < stop; i++) {
    const cell = cellAt(column, rows?.[i] ?? i);
    if (cell === null) continue;
    n += 1;
    if (typeof cell === 'bigint') integers += cell;
    else floats += Number(cell);
  }
  if (n === 0) return null;
  const sum = column.type === 'float' ? floats : wrapped(column.type, integers);
  return name === 'mean' ? Number(sum) / n : sum;
}

/** Sums of integers overflow, those of a mean too. */
export function wrapped(type: ColumnType, value: bigint): bigint {
  return type === 'uint' ? BigInt.asUintN(64, value) : BigInt.asIntN(64, value);
}

function floatAggregate(
  name: 'mean' | 'sum',
  values: Float64Array,
  start: number,
  stop: number,
): Cell {
  if (stop <= start) return null;
  let sum = 0;
  for (let i = start; i < stop; i++) sum += values[i] ?? 0;
  return name === 'mean' ? sum / (stop - start) : sum;
}

/** The row that a selector picks among those with a value; -1 where there is none. */
export function selectRow(
  name: SelectorName,
  column: Column,
  start: number,
  stop: number,
  rows?: ArrayLike<number>,
): number {
  const at = (i: number): number => rows?.[i] ?? i;
  if (name === 'first') {
    for (let i = start; i < stop; i++) if (cellAt(column, at(i)) !== null) return at(i);
    return -1;
  }
  if (name === 'last') {
    for (let i = stop - 1; i >= start; i--) if (cellAt(column, at(i)) !== null) return at(i);
    return -1;
  }
  let best: Cell = null;
  let found = -1;
  for (let i = start; i < stop; i++) {
    const cell = cellAt(column, at(i));
    if (cell === null) continue;
    if (best === null || (name === 'min' ? cell < best : cell > best)) {
      best = cell;
      found = at(i);
    }
  }
  return found;
}

/** A table of one row: the group key and the aggregate. The storage adds floats one by one, tables piece by piece. */
export function aggregateTable(
  name: AggregateName,
  label: string,
  table: Table,
  by: 'storage' | 'table',
): Table {
  const column = columnNamed(table, label) ?? fail(`column "${label}" does not exist`);
  if (inKey(table.key, label)) fail('cannot aggregate columns that are part of the group key');
  const type = aggregateType(name, column.type);
  if (type === null) fail(`unsupported aggregate column type ${column.type}`);
  const cell =
    by === 'storage'
      ? aggregate(name, column, 0, table.length)
      : aggregatePieces(name, column, buffersOf(table));
  const columns = [...keyColumns(table.key), columnOf(label, type, [cell])];
  return { key: table.key, columns, length: 1 };
}

function aggregatePieces(name: AggregateName, column: Column, buffers: readonly number[]): Cell {
  const n = buffers.reduce((sum, length) => sum + length, 0);
  if (column.type !== 'float' || column.constant || name === 'count') {
    return aggregate(name, column, 0, n);
  }
  let start = 0;
  let count = 0;
  let sum = 0;
  for (const length of buffers) {
    const stop = start + length;
    const present = column.valid ? presentRows(column, start, stop) : null;
    if (!present || present.length === length) sum += arrowSum(column.values, start, stop);
    else for (const row of present) sum += column.values[row] ?? 0;
    count += present?.length ?? length;
    start = stop;
  }
  if (count === 0) return null;
  return name === 'mean' ? sum / count : sum;
}

function presentRows(column: Column, start: number, stop: number): number[] {
  const rows: number[] = [];
  for (let row = start; row < stop; row++) if (!isNull(column, row)) rows.push(row);
  return rows;
}

/** A table of the one row that is picked, or of none. */
export function selectorTable(name: SelectorName, label: string, table: Table): Table {
  const column = columnNamed(table, label) ?? fail(`no column "${label}" exists`);
  checkSelectable(name, column.type);
  const row = selectRow(name, column, 0, table.length);
  const rows = row < 0 ? [] : [row];
  return {
    key: table.key,
    columns: table.columns.map((each) => gather(each, rows)),
    length: rows.length,
  };
}

export function checkSelectable(name: SelectorName, type: ColumnType): void {
  const needsOrder = name === 'min' || name === 'max';
  if (needsOrder && (type === 'string' || type === 'bool')) {
    const selector = name === 'min' ? 'MinSelector' : 'MaxSelector';
    fail(`invalid use of function: *universe.${selector} has no implementation for type ${type}`);
  }
}
