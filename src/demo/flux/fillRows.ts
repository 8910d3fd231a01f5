import { cellAt, cellOf, columnOf, constantColumn } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import type { Transform } from './stream';
import { columnNamed, keyColumn } from './table';
import type { Table } from './table';
import { isColumnType } from './values';
import type { FluxValue } from './values';

/** Nulls of a column become a value, or with `null` the value before. */
export function fillNulls(label: string, value: FluxValue | null): Transform {
  return function* (tables) {
    for (const table of tables) yield filled(table, label, value);
  };
}

/** A table without rows gets one: its key, and nulls. */
export function* fillEmptyTables(tables: Iterable<Table>): Iterable<Table> {
  for (const table of tables) {
    if (table.length > 0) {
      yield table;
      continue;
    }
    const columns = table.columns.map(({ label, type }) => {
      const fixed = keyColumn(table.key, label);
      return fixed ? constantColumn(label, type, fixed.value) : columnOf(label, type, [null]);
    });
    yield { key: table.key, columns, length: 1 };
  }
}

function filled(table: Table, label: string, value: FluxValue | null): Table {
  const column = columnNamed(table, label);
  if (!column) return value === null ? table : withColumn(table, label, value);
  if (value !== null && value.type !== column.type) {
    return fail(`fill column type mismatch: ${column.type}/${value.type}`);
  }
  if (!column.valid) return table;
  const next = columnOf(label, column.type, filledCells(column, table.length, value));
  return { ...table, columns: table.columns.map((each) => (each === column ? next : each)) };
}

function withColumn(table: Table, label: string, value: FluxValue): Table {
  if (!isColumnType(value.type)) return table;
  const added = constantColumn(label, value.type, cellOf(value));
  return { ...table, columns: [...table.columns, added] };
}

function filledCells(column: Column, length: number, value: FluxValue | null): Cell[] {
  const cells: Cell[] = [];
  let previous: Cell = null;
  for (let row = 0; row < length; row++) {
    const cell = cellAt(column, row);
    if (cell !== null) previous = cell;
    const substitute = value === null ? previous : cellOf(value);
    cells.push(cell ?? substitute);
  }
  return cells;
}
