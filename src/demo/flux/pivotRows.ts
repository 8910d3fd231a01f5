import { cellAt, ColumnBuilder, gather, valueAt } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { columnNamed, compareCells, inKey, keyOfRow, keyText } from './table';
import type { GroupKey, Table } from './table';
import { display } from './values';

export interface PivotSpec {
  rowKey: readonly string[];
  columnKey: readonly string[];
  valueColumn: string;
}

/** The values of `valueColumn` as columns named by `columnKey`, one row a row key; in the order of the row keys. */
export function pivotRows(spec: PivotSpec): Transform {
  return function* (tables) {
    const groups = new Map<string, Pivot>();
    const out = new Regroup();
    for (const table of tables) {
      check(table, spec);
      const fixed = (label: string): boolean =>
        inKey(table.key, label) && !spec.columnKey.includes(label) && label !== spec.valueColumn;
      const key = keyOfRow(table, 0, fixed);
      const text = keyText(key);
      let pivot = groups.get(text);
      if (!pivot) groups.set(text, (pivot = new Pivot(key, spec)));
      pivot.add(table);
    }
    for (const pivot of groups.values()) {
      const table = pivot.build();
      out.add(table.key, table);
    }
    yield* out.tables();
  };
}

function check(table: Table, { rowKey, columnKey, valueColumn }: PivotSpec): void {
  for (const label of [...rowKey, ...columnKey, valueColumn]) {
    if (!columnNamed(table, label)) fail(`specified column does not exist in table: ${label}`);
  }
}

class Pivot {
  private readonly key: GroupKey;
  private readonly spec: PivotSpec;
  private readonly rows = new Map<Cell, { index: number; cells: readonly Cell[] }>();
  private readonly kept = new Map<string, ColumnBuilder>();
  private readonly values = new Map<string, { builder: ColumnBuilder; cells: Map<number, Cell> }>();

  constructor(key: GroupKey, spec: PivotSpec) {
    this.key = key;
    this.spec = spec;
  }

  add(table: Table): void {
    const { rowKey, columnKey, valueColumn } = this.spec;
    const rowColumns = columnsOf(table, rowKey);
    const nameColumns = columnsOf(table, columnKey);
    const [value] = columnsOf(table, [valueColumn]);
    if (!value) return;
    const nameOf = (row: number): string =>
      nameColumns.map((column) => nameText(column, row)).join('_');
    const isConstant = nameColumns.every(({ constant }) => constant);
    let cells = table.length > 0 ? this.cellsOf(nameOf(0), value) : new Map<number, Cell>();
    for (let row = 0; row < table.length; row++) {
      const index = this.rowIndex(table, row, rowColumns);
      if (!isConstant) cells = this.cellsOf(nameOf(row), value);
      cells.set(index, cellAt(value, row));
    }
  }

  private rowIndex(table: Table, row: number, columns: readonly Column[]): number {
    const cells = columns.map((column) => cellAt(column, row));
    const id = cells.length === 1 ? (cells[0] ?? null) : cells.map(idText).join('\0');
    const found = this.rows.get(id);
    if (found) return found.index;
    const index = this.rows.size;
    this.rows.set(id, { index, cells });
    for (const column of table.columns) {
      if (!this.isKept(column.label)) continue;
      let builder = this.kept.get(column.label);
      if (!builder)
        this.kept.set(column.label, (builder = new ColumnBuilder(column.label, column.type)));
      builder.padTo(index);
      builder.push(cellAt(column, row));
    }
    return index;
  }

  /** Neither key nor row key: such columns have no single value for the row. */
  private isKept(label: string): boolean {
    return inKey(this.key, label) || this.spec.rowKey.includes(label);
  }

  private cellsOf(name: string, value: Column): Map<number, Cell> {
    let entry = this.values.get(name);
    if (!entry) {
      entry = { builder: new ColumnBuilder(name, value.type), cells: new Map() };
      this.values.set(name, entry);
    }
    if (entry.builder.type !== value.type) {
      fail(
        `pivot failed: column "${name}" is both of type ${String(entry.builder.type)} and ${value.type}`,
      );
    }
    return entry.cells;
  }

  build(): Table {
    const length = this.rows.size;
    const columns: Column[] = [];
    for (const builder of this.kept.values()) {
      builder.padTo(length);
      const column = builder.build();
      if (column) columns.push(column);
    }
    for (const { builder, cells } of this.values.values()) {
      for (let row = 0; row < length; row++) builder.push(cells.get(row) ?? null);
      const column = builder.build();
      if (column) columns.push(column);
    }
    const order = [...this.rows.values()]
      .sort((a, b) => compareAll(a.cells, b.cells) || a.index - b.index)
      .map(({ index }) => index);
    return { key: this.key, columns: columns.map((each) => gather(each, order)), length };
  }
}

function columnsOf(table: Table, labels: readonly string[]): Column[] {
  return labels.map((label) => columnNamed(table, label)).filter((column) => column !== undefined);
}

function idText(cell: Cell): string {
  return cell === null ? '' : `${typeof cell}${String(cell)}`;
}

function compareAll(a: readonly Cell[], b: readonly Cell[]): number {
  for (const [index, cell] of a.entries()) {
    const order = compareCells(cell, b[index] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function nameText(column: Column, row: number): string {
  const value = valueAt(column, row);
  return value.type === 'null' ? 'null' : display(value);
}
