import { constantColumn } from './column';
import type { Column } from './column';
import { concatColumns } from './concat';
import { fail } from './fluxError';
import { buffersOf, columnNamed, compareKeys, gatherRows, keyText } from './table';
import type { GroupKey, Table } from './table';

interface Group {
  key: GroupKey;
  parts: { table: Table; rows: readonly number[] | undefined }[];
}

/** The tables of a transformation that may merge or split tables; they come out in the order of their keys. */
export class Regroup {
  private readonly groups = new Map<string, Group>();

  /** Adds rows of a table under a key that all of them share. */
  add(key: GroupKey, table: Table, rows?: readonly number[]): void {
    const text = keyText(key);
    const group = this.groups.get(text);
    if (group) group.parts.push({ table, rows });
    else this.groups.set(text, { key, parts: [{ table, rows }] });
  }

  /** `pieces`: what was added stays apart in the tables' buffers. */
  *tables(pieces: 'apart' | 'joined' = 'joined'): Iterable<Table> {
    const groups = [...this.groups.values()].sort((a, b) => compareKeys(a.key, b.key));
    for (const group of groups) {
      const { buffers: _, ...table } = merged(group);
      yield pieces === 'apart' ? { ...table, buffers: buffersIn(group) } : table;
    }
  }
}

function buffersIn({ parts }: Group): number[] {
  return parts.flatMap(({ table, rows }) => (rows ? [rows.length] : buffersOf(table)));
}

function merged({ key, parts }: Group): Table {
  const tables = parts.map(({ table, rows }) => (rows ? gatherRows(table, rows) : table));
  const [only] = tables;
  if (tables.length === 1 && only)
    return { key, columns: keyed(only.columns, key), length: only.length };
  const types = new Map<string, Column['type']>();
  for (const { columns } of tables) {
    for (const { label, type } of columns) {
      const known = types.get(label);
      if (known === undefined) types.set(label, type);
      else if (known !== type) {
        fail(`schema collision detected: column "${label}" is both of type ${type} and ${known}`);
      }
    }
  }
  const columns = [...types].map(([label, type]) => {
    const fixed = key.find((column) => column.label === label);
    if (fixed) return constantColumn(label, fixed.type, fixed.value);
    return concatColumns(
      label,
      type,
      tables.map((table) => ({ column: columnNamed(table, label), length: table.length })),
    );
  });
  return { key, columns, length: tables.reduce((sum, { length }) => sum + length, 0) };
}

/** The columns of the key hold one value. */
function keyed(columns: readonly Column[], key: GroupKey): Column[] {
  return columns.map((column) => {
    const fixed = column.constant ? undefined : key.find(({ label }) => label === column.label);
    return fixed ? constantColumn(fixed.label, fixed.type, fixed.value) : column;
  });
}
