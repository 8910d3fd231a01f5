import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { inKey } from './table';
import type { Table } from './table';

/** Keeps the columns that `keeps` names. Tables whose keys become equal are merged. */
export function selectColumns(keeps: (label: string) => boolean): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      const columns = table.columns.filter(({ label }) => keeps(label));
      const key = table.key.filter(({ label }) => keeps(label));
      groups.add(key, { ...table, columns });
    }
    yield* groups.tables();
  };
}

export function renameColumns(newName: (label: string) => string): Transform {
  return function* (tables) {
    const groups = new Regroup();
    for (const table of tables) {
      const columns = table.columns.map((column) => ({ ...column, label: newName(column.label) }));
      const key = table.key.map((column) => ({ ...column, label: newName(column.label) }));
      groups.add(key, { ...table, columns });
    }
    yield* groups.tables();
  };
}

/** `rename(columns: …)`: every column named must be there. */
export function renameNamed(names: ReadonlyMap<string, string>): Transform {
  const rename = renameColumns((label) => names.get(label) ?? label);
  return (tables) =>
    rename(
      checked(
        tables,
        [...names.keys()],
        (label) => `rename error: column "${label}" doesn't exist`,
      ),
    );
}

function* checked(
  tables: Iterable<Table>,
  labels: readonly string[],
  message: (label: string) => string,
): Iterable<Table> {
  for (const table of tables) {
    const missing = labels.find((label) => !table.columns.some((each) => each.label === label));
    if (missing !== undefined) return fail(message(missing));
    yield table;
  }
}

/** The copy is not part of the key unless a column of the key is overwritten. */
export function duplicateColumn(from: string, to: string): Transform {
  return function* (tables) {
    const message = (label: string): string => `duplicate error: column "${label}" doesn't exist`;
    for (const table of checked(tables, [from], message)) yield duplicated(table, from, to);
  };
}

function duplicated(table: Table, from: string, to: string): Table {
  const original = table.columns.find(({ label }) => label === from);
  if (!original) return table;
  const copy = { ...original, label: to };
  const key = table.key.filter(({ label }) => label !== to);
  const fixed = table.key.find(({ label }) => label === from);
  const columns = table.columns.some(({ label }) => label === to)
    ? table.columns.map((column) => (column.label === to ? copy : column))
    : [...table.columns, copy];
  if (inKey(table.key, to) && fixed)
    return { ...table, key: [...key, { ...fixed, label: to }], columns };
  return { ...table, key, columns };
}
