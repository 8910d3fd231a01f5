import { cellOf, ColumnBuilder } from './column';
import type { Column } from './column';
import { fail, FluxError } from './fluxError';
import { regroupBy } from './grouping';
import { Row, rowFunction } from './rows';
import type { Transform } from './stream';
import { inKey } from './table';
import type { Table } from './table';
import { isColumnType } from './values';
import type { FluxFunction, FluxRecord, FluxValue } from './values';

const FAILED = 'failed to evaluate map function';

/** One new record a row. Columns keep the order in which the record names them. */
export function mapRows(fn: FluxFunction): Transform {
  return function* (tables) {
    for (const table of tables) yield* mapped(table, fn);
  };
}

function mapped(table: Table, fn: FluxFunction): Iterable<Table> {
  const row = new Row(table);
  const evaluate = rowFunction(fn);
  const builders = new Map<string, ColumnBuilder>();
  for (let index = 0; index < table.length; index++) {
    row.index = index;
    append(builders, recordOf(evaluate, row), index);
  }
  if (table.length === 0) return [table];
  const columns: Column[] = [];
  for (const builder of builders.values()) {
    builder.padTo(table.length);
    const column = builder.build();
    if (column) columns.push(column);
  }
  return rekeyed(table, columns);
}

function recordOf(evaluate: (row: Row) => FluxValue, row: Row): FluxRecord {
  try {
    const value = evaluate(row);
    return value.type === 'record' ? value : fail('map function must return an object');
  } catch (error) {
    throw error instanceof FluxError ? error.within(FAILED) : error;
  }
}

function append(builders: Map<string, ColumnBuilder>, record: FluxRecord, index: number): void {
  for (const name of record.names()) {
    const value = record.get(name) ?? { type: 'null' };
    let builder = builders.get(name);
    if (!builder) {
      builder = new ColumnBuilder(name);
      builders.set(name, builder);
    }
    builder.type ??= columnTypeOf(name, value);
    builder.padTo(index);
    builder.push(cellOf(value));
  }
}

function columnTypeOf(name: string, value: FluxValue): ColumnBuilder['type'] {
  if (value.type === 'null') return value.of;
  if (isColumnType(value.type)) return value.type;
  return fail(
    `map object property "${name}" is ${value.type} type which is not supported in a flux table`,
  );
}

/** Columns of the key stay in it, each row with its own value. */
function rekeyed(table: Table, columns: readonly Column[]): Iterable<Table> {
  const next = { key: [], columns, length: table.length };
  const isUnchanged = table.key.every(({ label, value }) => {
    const column = columns.find((each) => each.label === label);
    return column !== undefined && isConstantly(column, value);
  });
  if (isUnchanged) {
    const fixed = columns.map((column) =>
      inKey(table.key, column.label)
        ? (table.columns.find(({ label }) => label === column.label) ?? column)
        : column,
    );
    return [{ key: table.key, columns: fixed, length: table.length }];
  }
  return regroupBy([next], (label) => inKey(table.key, label));
}

function isConstantly(column: Column, value: unknown): boolean {
  if (column.valid || typeof value === 'boolean') return false;
  return column.values.every((each: unknown) => each === value);
}
