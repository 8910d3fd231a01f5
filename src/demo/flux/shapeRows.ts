import { display } from './values';
import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { formatFullTime } from './time';
import { inKey, keyText } from './table';
import type { GroupKey, Table } from './table';

/** Tables whose keys become equal are merged; their columns must be the same. */
function reshaped(tables: Iterable<Table>, change: (table: Table) => Table): Iterable<Table> {
  const groups = new Regroup();
  const firsts = new Map<string, Table>();
  for (const table of tables) {
    const next = change(table);
    checkLabels(next);
    const text = keyText(next.key);
    const first = firsts.get(text);
    if (first) checkColumns(next, first);
    else firsts.set(text, next);
    groups.add(next.key, next);
  }
  return groups.tables();
}

function checkLabels({ columns }: Table): void {
  const labels = new Set<string>();
  for (const { label } of columns) {
    if (labels.has(label)) fail(`table builder already has column with label ${label}`);
    labels.add(label);
  }
}

function checkColumns({ columns, key }: Table, first: Table): void {
  const merges = 'requested operation merges tables with different';
  if (columns.length !== first.columns.length) {
    fail(`${merges} numbers of columns for group key ${displayKey(key)}`);
  }
  for (const [index, { label, type }] of columns.entries()) {
    const other = first.columns[index];
    if (label !== other?.label || type !== other.type) {
      fail(`${merges} schemas for group key ${displayKey(key)}`);
    }
  }
}

function displayKey(key: GroupKey): string {
  const texts = key.map(({ label, type, value }) => {
    if (value === null) return `${label}=<nil>`;
    if (typeof value === 'bigint' && type === 'time') return `${label}=${formatFullTime(value)}`;
    return `${label}=${typeof value === 'number' ? display({ type: 'float', value }) : String(value)}`;
  });
  return `{${texts.join(',')}}`;
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
