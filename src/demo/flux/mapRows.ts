import { cellOf, ColumnBuilder, columnOf, valueAt } from './column';
import type { Cell, Column } from './column';
import { fail, FluxError } from './fluxError';
import { regroupBy } from './grouping';
import { isStep } from './pacer';
import { Regroup } from './regroup';
import { Row, rowFunction } from './rows';
import type { Transform, TransformOperation } from './stream';
import { columnNamed, compareText, inKey } from './table';
import type { Table } from './table';
import { isColumnType, NULL } from './values';
import type { ColumnType, FluxFunction, FluxRecord, FluxValue } from './values';
import { isVectorizable, keyName, recordOf } from './vectorizable';

const FAILED = 'failed to evaluate map function';

/** How the server evaluates a function: by rows it sorts the columns by name, and tells that it was in the function that something failed. */
type Manner = 'by rows' | 'by columns';

/** One new record a row; tables without rows go. */
export function mapRows(fn: FluxFunction): TransformOperation['apply'] {
  const additions = additionsOf(fn);
  const manner = isVectorizable(fn.source) ? 'by columns' : 'by rows';
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      for (const mapped of yield* mappedTables(table, { fn, additions, manner }))
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
  const manner = type === 'float' ? 'by columns' : 'by rows';
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      if (table.length === 0) continue;
      const cells = within(manner, () => converted(table, convert));
      const columns = ordered(extended(table, [columnOf('_value', type, cells)]), manner);
      for (const mapped of rekeyed(table, columns)) groups.add(mapped.key, mapped);
    }
    yield* groups.tables('apart');
  };
}

function converted(table: Table, convert: (value: FluxValue) => FluxValue): Cell[] {
  const column = columnNamed(table, '_value');
  const cells: Cell[] = [];
  for (let row = 0; row < table.length; row++) {
    const value = column ? valueAt(column, row) : NULL;
    cells.push(value.type === 'null' ? null : cellOf(convert(value)));
  }
  return cells;
}

function ordered(columns: readonly Column[], manner: Manner): readonly Column[] {
  if (manner === 'by columns') return columns;
  return [...columns].sort((a, b) => compareText(a.label, b.label));
}

function within<T>(manner: Manner, evaluate: () => T): T {
  try {
    return evaluate();
  } catch (error) {
    throw error instanceof FluxError && manner === 'by rows' ? error.within(FAILED) : error;
  }
}

interface Mapping {
  fn: FluxFunction;
  additions: FluxFunction | null;
  manner: Manner;
}

function* mappedTables(
  table: Table,
  { fn, additions, manner }: Mapping,
): Generator<null, Iterable<Table>> {
  if (table.length === 0) return [];
  const columns = yield* evaluated(table, additions ?? fn, manner);
  return rekeyed(table, ordered(additions ? extended(table, columns) : columns, manner));
}

/** `(r) => ({r with a: …})` as a function of only what is added: the other columns stay as they are. */
function additionsOf(fn: FluxFunction): FluxFunction | null {
  const { source, withBody } = fn;
  const body = source && recordOf(source);
  const key = source?.params[0]?.key;
  if (!body?.with || !key || !withBody) return null;
  if (body.with.name !== keyName(key)) return null;
  return withBody({ ...body, with: null });
}

function extended(table: Table, added: readonly Column[]): Column[] {
  const replaced = table.columns.map(
    (column) => added.find(({ label }) => label === column.label) ?? column,
  );
  return [...replaced, ...added.filter(({ label }) => !columnNamed(table, label))];
}

function* evaluated(table: Table, fn: FluxFunction, manner: Manner): Generator<null, Column[]> {
  const row = new Row(table);
  const evaluate = rowFunction(fn);
  const builders = new Map<string, ColumnBuilder>();
  for (let index = 0; index < table.length; index++) {
    row.index = index;
    append(
      builders,
      within(manner, () => recordAt(evaluate, row)),
      index,
    );
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

function recordAt(evaluate: (row: Row) => FluxValue, row: Row): FluxRecord {
  const value = evaluate(row);
  return value.type === 'record' ? value : fail('map function must return an object');
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
  const key = fixed.flatMap(({ label }) => table.key.find((each) => each.label === label) ?? []);
  return [{ key, columns: fixed, length: table.length }];
}

function isConstantly(column: Column, value: unknown): boolean {
  if (column.valid || typeof value === 'boolean') return false;
  return column.values.every((each: unknown) => each === value);
}
