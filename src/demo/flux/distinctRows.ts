import { cellAt, columnOf } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import type { Transform } from './stream';
import { columnNamed, gatherRows, inKey, keyColumns } from './table';
import type { Table } from './table';

/** The different values of a column, as `_value` beside the group key; an empty text where there is no such column. */
export function distinctValues(label: string): Transform {
  return function* (tables) {
    for (const table of tables) {
      if (inKey(table.key, '_value')) {
        fail('table builder already has column with label _value');
      }
      const values = distinctOf(table, label);
      const columns = [...keyColumns(table.key), values];
      yield { key: table.key, columns, length: values.values.length };
    }
  };
}

function distinctOf(table: Table, label: string): Column {
  const column = columnNamed(table, label);
  if (!column) return columnOf('_value', 'string', ['']);
  const cells = inKey(table.key, label)
    ? [cellAt(column, 0)]
    : firstRows(table, label).map((row) => cellAt(column, row));
  return columnOf('_value', column.type, cells);
}

/** The first row of each different value of a column. */
export function uniqueRows(label: string): Transform {
  return function* (tables) {
    for (const table of tables) {
      if (!columnNamed(table, label)) return fail(`no column "${label}" exists`);
      yield gatherRows(table, firstRows(table, label));
    }
  };
}

function firstRows(table: Table, label: string): number[] {
  const column = columnNamed(table, label);
  const seen = new Set<Cell>();
  const rows: number[] = [];
  for (let row = 0; row < table.length; row++) {
    const cell = column ? cellAt(column, row) : null;
    if (seen.has(cell)) continue;
    seen.add(cell);
    rows.push(row);
  }
  return rows;
}

/** Row by row, for each value of some columns that was not there before its column's name and it. Null counts once for all. */
export function keyValueRows(labels: readonly string[]): Transform {
  return function* (tables) {
    for (const table of tables) {
      const columns = keyColumnsOf(table, labels);
      const pairs = pairsOf(table, columns);
      const keys = columnOf(
        '_key',
        'string',
        pairs.map(({ key }) => key),
      );
      const values = columnOf(
        '_value',
        columns[0]?.type ?? 'string',
        pairs.map(({ value }) => value),
      );
      yield {
        key: table.key,
        columns: [...keyColumns(table.key), keys, values],
        length: pairs.length,
      };
    }
  };
}

function keyColumnsOf(table: Table, labels: readonly string[]): Column[] {
  const columns = labels
    .map((label) => columnNamed(table, label))
    .filter((column) => column !== undefined);
  if (columns.length === 0) {
    const have = table.columns.map(({ label }) => label).join(' ');
    fail(`received table with columns [${have}] not having key columns [${labels.join(' ')}]`);
  }
  const type = columns[0]?.type;
  if (columns.some((column) => column.type !== type)) fail('keyColumns must all be the same type');
  return columns;
}

function pairsOf(table: Table, columns: readonly Column[]): { key: string; value: Cell }[] {
  const pairs: { key: string; value: Cell }[] = [];
  const seen = new Map(columns.map(({ label }) => [label, new Set<Cell>()]));
  let hasNull = false;
  for (let row = 0; row < table.length; row++) {
    for (const column of columns) {
      const value = cellAt(column, row);
      const values = seen.get(column.label);
      if (value === null ? hasNull : values?.has(value)) continue;
      if (value === null) hasNull = true;
      else values?.add(value);
      pairs.push({ key: column.label, value });
    }
  }
  return pairs;
}
