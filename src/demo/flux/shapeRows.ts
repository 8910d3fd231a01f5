import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { inKey } from './table';
import type { Table } from './table';

/** Tables whose keys become equal are merged. */
function reshaped(tables: Iterable<Table>, change: (table: Table) => Table): Iterable<Table> {
  const groups = new Regroup();
  for (const table of tables) {
    const next = change(table);
    checkLabels(next);
    groups.add(next.key, next);
  }
  return groups.tables();
}

function checkLabels({ columns }: Table): void {
  const places = new Map<string, number>();
  for (const [index, { label }] of columns.entries()) {
    const first = places.get(label);
    if (first !== undefined) {
      const name = JSON.stringify(label);
      fail(`column ${first} and ${index} have the same name (${name}) which is not allowed`);
    }
    places.set(label, index);
  }
}

/** Keeps the columns that `keeps` names. */
export function selectColumns(keeps: (label: string) => boolean): Transform {
  return (tables) =>
    reshaped(tables, ({ key, columns, length }) => {
      const kept = columns.filter(({ label }) => keeps(label));
      return {
        key: key.filter(({ label }) => keeps(label)),
        columns: kept,
        length: kept.length > 0 ? length : 0,
      };
    });
}

export function renameColumns(newName: (label: string) => string): Transform {
  const renamed = <T extends { label: string }>(column: T): T => ({
    ...column,
    label: newName(column.label),
  });
  return (tables) =>
    reshaped(tables, ({ key, columns, length }) => ({
      key: key.map(renamed),
      columns: columns.map(renamed),
      length,
    }));
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
  const message = (label: string): string => `duplicate error: column "${label}" doesn't exist`;
  return (tables) =>
    reshaped(checked(tables, [from], message), (table) => duplicated(table, from, to));
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
