import { cellAt, columnOf } from './column';
import type { Cell } from './column';
import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { columnNamed, gatherRows, inKey, keyColumns } from './table';
import type { Table } from './table';

/** The different values of a column, as `_value` beside the group key. */
export function distinctValues(label: string): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      const column = columnNamed(table, label);
      if (!column) continue;
      const cells = inKey(table.key, label)
        ? [cellAt(column, 0)]
        : firstRows(table, label).map((row) => cellAt(column, row));
      const values = columnOf('_value', column.type, cells);
      const fixed = keyColumns(table.key).filter((each) => each.label !== '_value');
      const key = table.key.filter((each) => each.label !== '_value');
      groups.add(key, { key, columns: [...fixed, values], length: cells.length });
    }
    yield* groups.tables();
  };
}

/** The first row of each different value of a column. */
export function uniqueRows(label: string): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      if (!columnNamed(table, label)) return fail(`no column "${label}" exists`);
      groups.add(table.key, gatherRows(table, firstRows(table, label)));
    }
    yield* groups.tables();
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

/** For each value of some columns a row of its column's name and it. */
export function keyValueRows(labels: readonly string[]): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      const pairs = pairsOf(table, labels);
      const type = pairs[0]?.type ?? 'string';
      groups.add(table.key, {
        key: table.key,
        columns: [
          ...keyColumns(table.key),
          columnOf(
            '_key',
            'string',
            pairs.map(({ key }) => key),
          ),
          columnOf(
            '_value',
            type,
            pairs.map(({ value }) => value),
          ),
        ],
        length: pairs.length,
      });
    }
    yield* groups.tables();
  };
}

function pairsOf(
  table: Table,
  labels: readonly string[],
): { key: string; value: Cell; type: Table['columns'][number]['type'] }[] {
  const columns = labels
    .map((label) => columnNamed(table, label))
    .filter((column) => column !== undefined);
  if (columns.length === 0) {
    const have = table.columns.map(({ label }) => label).join(' ');
    fail(`received table with columns [${have}] not having key columns [${labels.join(' ')}]`);
  }
  const first = columns[0]?.type;
  const odd = columns.find(({ type }) => type !== first);
  if (odd) fail(`keyColumns must all be the same type`);
  return columns.flatMap((column) =>
    firstRows(table, column.label).map((row) => ({
      key: column.label,
      value: cellAt(column, row),
      type: column.type,
    })),
  );
}
