import { cellAt, gather } from './column';
import type { Column } from './column';
import { Regroup } from './regroup';
import { columnNamed, compareText, keyColumn } from './table';
import type { GroupKey, Table } from './table';

/** All tables of all streams; those with equal keys become one. */
export function* unionTables(inputs: readonly Iterable<Table>[]): Iterable<Table> {
  const groups = new Regroup();
  for (const tables of inputs) for (const table of tables) groups.add(table.key, table);
  yield* groups.tables();
}

export interface JoinSpec {
  names: readonly [string, string];
  on: readonly string[];
}

/** Inner join of two streams: rows whose `on` columns are equal, columns by name, in order. */
export function joinTables({ names, on }: JoinSpec) {
  return function* (inputs: readonly Iterable<Table>[]): Iterable<Table> {
    const [left = [], right = []] = inputs;
    const others = [...right];
    const groups = new Regroup();
    for (const table of left) {
      for (const other of others) {
        if (!sameKey(table, other, on)) continue;
        const joined = joinedTable(table, other, names, on);
        if (joined.length > 0) groups.add(joined.key, joined);
      }
    }
    yield* groups.tables();
  };
}

/** Where `on` names columns of both keys they must be equal. */
function sameKey(a: Table, b: Table, on: readonly string[]): boolean {
  return on.every((label) => {
    const left = keyColumn(a.key, label);
    const right = keyColumn(b.key, label);
    return !left || !right || left.value === right.value;
  });
}

function joinedTable(
  left: Table,
  right: Table,
  [leftName, rightName]: readonly [string, string],
  on: readonly string[],
): Table {
  const pairs = matches(left, right, on);
  const leftRows = pairs.map(([row]) => row);
  const rightRows = pairs.map(([, row]) => row);
  const renamed = (label: string, other: Table, name: string): string =>
    on.includes(label) || !columnNamed(other, label) ? label : `${label}_${name}`;
  const columns: Column[] = [
    ...left.columns.map((column) => ({
      ...gather(column, leftRows),
      label: renamed(column.label, right, leftName),
    })),
    ...right.columns
      .filter(({ label }) => !on.includes(label))
      .map((column) => ({
        ...gather(column, rightRows),
        label: renamed(column.label, left, rightName),
      })),
  ];
  const key: GroupKey = [
    ...left.key.map((each) => ({ ...each, label: renamed(each.label, right, leftName) })),
    ...right.key
      .filter(({ label }) => !on.includes(label))
      .map((each) => ({ ...each, label: renamed(each.label, left, rightName) })),
  ];
  const byLabel = (a: { label: string }, b: { label: string }): number =>
    compareText(a.label, b.label);
  return { key: [...key].sort(byLabel), columns: columns.sort(byLabel), length: pairs.length };
}

function matches(left: Table, right: Table, on: readonly string[]): [number, number][] {
  const rows = new Map<string, number[]>();
  for (let row = 0; row < right.length; row++) {
    const id = rowID(right, row, on);
    const known = rows.get(id);
    if (known) known.push(row);
    else rows.set(id, [row]);
  }
  const pairs: [number, number][] = [];
  for (let row = 0; row < left.length; row++) {
    for (const other of rows.get(rowID(left, row, on)) ?? []) pairs.push([row, other]);
  }
  return pairs;
}

function rowID(table: Table, row: number, on: readonly string[]): string {
  return on
    .map((label) => {
      const column = columnNamed(table, label);
      return column ? String(cellAt(column, row)) : '';
    })
    .join('\0');
}
