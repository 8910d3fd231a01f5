import type { FunctionExpression } from './ast';
import { cellOf, ColumnBuilder, columnOf, valueAt } from './column';
import type { Cell, Column } from './column';
import { fail, FluxError } from './fluxError';
import { regroupBy } from './grouping';
import { isStep } from './pacer';
import { Regroup } from './regroup';
import { Row, rowFunction } from './rows';
import type { Transform, TransformOperation } from './stream';
import { columnNamed, inKey } from './table';
import type { Table } from './table';
import { isColumnType, NULL } from './values';
import type { ColumnType, FluxFunction, FluxRecord, FluxValue } from './values';

const FAILED = 'failed to evaluate map function';

/** One new record a row. Columns keep the order in which the record names them. */
export function mapRows(fn: FluxFunction): TransformOperation['apply'] {
  const additions = additionsOf(fn);
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      for (const mapped of yield* mappedTables(table, fn, additions))
        groups.add(mapped.key, mapped);
    }
    yield* groups.tables('apart');
  };
}

/** `map` of `_value` alone. A table without such a column gets it, full of nulls. */
export function convertValues(
  type: ColumnType,
  convert: (value: FluxValue) => FluxValue,
): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      const columns = extended(table, [converted(table, type, convert)]);
      for (const mapped of rekeyed(table, columns)) groups.add(mapped.key, mapped);
    }
    yield* groups.tables('apart');
  };
}

function converted(
  table: Table,
  type: ColumnType,
  convert: (value: FluxValue) => FluxValue,
): Column {
  const column = columnNamed(table, '_value');
  const cells: Cell[] = [];
  for (let row = 0; row < table.length; row++) {
    const value = column ? valueAt(column, row) : NULL;
    cells.push(value.type === 'null' ? null : within(() => cellOf(convert(value))));
  }
  return columnOf('_value', type, cells);
}

function within<T>(evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    throw error instanceof FluxError ? error.within(FAILED) : error;
  }
}

function* mappedTables(
  table: Table,
  fn: FluxFunction,
  additions: FluxFunction | null,
): Generator<null, Iterable<Table>> {
  if (table.length === 0) return [table];
  const columns = yield* evaluated(table, additions ?? fn);
  return rekeyed(table, additions ? extended(table, columns) : columns);
}

/** `(r) => ({r with a: …})` as a function of only what is added: the other columns stay as they are. */
function additionsOf(fn: FluxFunction): FluxFunction | null {
  const { source, withBody } = fn;
  const body = source && objectOf(source);
  const key = source?.params[0]?.key;
  if (!body?.with || !key || !withBody) return null;
  if (body.with.name !== ('name' in key ? key.name : key.value)) return null;
  return withBody({ ...body, with: null });
}

function objectOf({ body }: FunctionExpression) {
  const inner = body.type === 'ParenExpression' ? body.expression : body;
  return inner.type === 'ObjectExpression' ? inner : null;
}

function extended(table: Table, added: readonly Column[]): Column[] {
  const replaced = table.columns.map(
    (column) => added.find(({ label }) => label === column.label) ?? column,
  );
  return [...replaced, ...added.filter(({ label }) => !columnNamed(table, label))];
}

function* evaluated(table: Table, fn: FluxFunction): Generator<null, Column[]> {
  const row = new Row(table);
  const evaluate = rowFunction(fn);
  const builders = new Map<string, ColumnBuilder>();
  for (let index = 0; index < table.length; index++) {
    row.index = index;
    append(builders, recordOf(evaluate, row), index);
    if (isStep(index)) yield null;
  }
  const columns: Column[] = [];
  for (const builder of builders.values()) {
    builder.padTo(table.length);
    const column = builder.build();
    if (column) columns.push(column);
  }
  return columns;
}

function recordOf(evaluate: (row: Row) => FluxValue, row: Row): FluxRecord {
  return within(() => {
    const value = evaluate(row);
    return value.type === 'record' ? value : fail('map function must return an object');
  });
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
  const isUnchanged = table.key.every(({ label, value }) => {
    const column = columns.find((each) => each.label === label);
    return column !== undefined && isConstantly(column, value);
  });
  if (!isUnchanged) {
    const next = { key: [], columns, length: table.length };
    return regroupBy([next], (label) => inKey(table.key, label));
  }
  const fixed = columns.map((column) =>
    inKey(table.key, column.label) ? (columnNamed(table, column.label) ?? column) : column,
  );
  return [{ key: table.key, columns: fixed, length: table.length }];
}

function isConstantly(column: Column, value: unknown): boolean {
  if (column.valid || typeof value === 'boolean') return false;
  return column.values.every((each: unknown) => each === value);
}
