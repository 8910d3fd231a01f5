import { cellAt, ColumnBuilder, constantColumn } from './column';
import type { Column } from './column';
import { fail } from './fluxError';
import { compareKeys, inKey, keyText } from './table';
import type { GroupKey, Table } from './table';

/** The tables of a transformation that may merge or split tables; they come out in the order of their keys. */
export class Regroup {
  private readonly groups = new Map<string, Group>();

  /** Adds rows of a table under a key that all of them share. */
  add(key: GroupKey, table: Table, rows?: readonly number[]): void {
    const text = keyText(key);
    const group = this.groups.get(text);
    if (group) group.append(table, rows);
    else this.groups.set(text, new Group(key, table, rows));
  }

  *tables(): Iterable<Table> {
    const groups = [...this.groups.values()].sort((a, b) => compareKeys(a.key, b.key));
    for (const group of groups) yield group.build();
  }
}

class Group {
  private readonly parts: { table: Table; rows: readonly number[] | undefined }[];

  readonly key: GroupKey;

  constructor(key: GroupKey, table: Table, rows?: readonly number[]) {
    this.key = key;
    this.parts = [{ table, rows }];
  }

  append(table: Table, rows?: readonly number[]): void {
    this.parts.push({ table, rows });
  }

  build(): Table {
    const [only] = this.parts;
    if (this.parts.length === 1 && only && only.rows === undefined) {
      return { ...only.table, key: this.key };
    }
    const builders = new Map<string, ColumnBuilder>();
    let length = 0;
    for (const { table, rows } of this.parts) {
      for (const column of table.columns) this.appendColumn(builders, column, table, rows, length);
      length += rows?.length ?? table.length;
      for (const builder of builders.values()) builder.padTo(length);
    }
    const columns = [...builders.values()].map((builder) => this.finish(builder));
    return { key: this.key, columns: columns.filter((column) => column !== null), length };
  }

  private appendColumn(
    builders: Map<string, ColumnBuilder>,
    column: Column,
    table: Table,
    rows: readonly number[] | undefined,
    length: number,
  ): void {
    let builder = builders.get(column.label);
    if (!builder) {
      builder = new ColumnBuilder(column.label, column.type);
      builders.set(column.label, builder);
      builder.padTo(length);
    }
    if (builder.type !== column.type) {
      fail(
        `schema collision detected: column "${column.label}" is both of type ${String(builder.type)} and ${column.type}`,
      );
    }
    if (inKey(this.key, column.label)) return;
    const n = rows?.length ?? table.length;
    for (let i = 0; i < n; i++) builder.push(cellAt(column, rows?.[i] ?? i));
  }

  private finish(builder: ColumnBuilder): Column | null {
    const fixed = this.key.find(({ label }) => label === builder.label);
    if (fixed) return constantColumn(fixed.label, fixed.type, fixed.value);
    return builder.build();
  }
}
