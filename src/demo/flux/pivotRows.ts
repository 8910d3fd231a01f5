import { cellAt, columnOf, constantColumn, valueAt } from './column';
import type { Cell, Column } from './column';
import { fail, failInternally } from './fluxError';
import { Regroup } from './regroup';
import type { Transform } from './stream';
import { exponentText } from './numbers';
import { columnNamed, inKey, keyOfRow, keyText } from './table';
import { formatFullTime } from './time';
import type { GroupKey, Table } from './table';
import { display } from './values';
import type { ColumnType } from './values';

export interface PivotSpec {
  rowKey: readonly string[];
  columnKey: readonly string[];
  valueColumn: string;
}

/** The values of `valueColumn` as columns named by `columnKey`, one row a row key, in order of appearance. */
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
  const missing = (label: string): boolean => !columnNamed(table, label);
  const row = rowKey.find(missing);
  if (row !== undefined) fail(`specified row key column does not exist in table: ${row}`);
  if (missing(valueColumn)) {
    fail(`specified value column does not exist in table: ${valueColumn}`);
  }
  const column = columnKey.find(missing);
  if (column !== undefined) fail(`specified column does not exist in table: ${column}`);
}

class Pivot {
  private readonly key: GroupKey;
  private readonly spec: PivotSpec;
  /** By the cells of the row key the number of a row. */
  private readonly rows = new Map<Cell, number>();
  /** What is kept, in the order of the first table: columns of the key and of the row key. */
  private readonly labels: string[] = [];
  private readonly rowKeys = new Map<string, { type: ColumnType; cells: Cell[] }>();
  private readonly values = new Map<string, { type: ColumnType; cells: Cell[] }>();

  constructor(key: GroupKey, spec: PivotSpec) {
    this.key = key;
    this.spec = spec;
  }

  add(table: Table): void {
    const { rowKey, columnKey, valueColumn } = this.spec;
    const [value] = columnsOf(table, [valueColumn]);
    if (!value) return;
    for (const { label, type } of table.columns) {
      const isRowKey = rowKey.includes(label) && label !== valueColumn;
      if (!isRowKey && !inKey(this.key, label)) continue;
      if (!this.labels.includes(label)) this.labels.push(label);
      if (isRowKey && !this.rowKeys.has(label)) this.rowKeys.set(label, { type, cells: [] });
    }
    if (table.length === 0) return;
    const rowColumns = columnsOf(table, rowKey);
    const nameColumns = columnsOf(table, columnKey);
    const nameOf = (row: number): string =>
      nameColumns
        .map((column) => nameText(column, row))
        .reduce((name, part) => (name === '' ? part : `${name}_${part}`), '');
    const isConstant = nameColumns.every(({ constant }) => constant);
    let cells = this.cellsOf(nameOf(0), value);
    for (let row = 0; row < table.length; row++) {
      const index = this.rowIndex(row, rowColumns);
      if (!isConstant) cells = this.cellsOf(nameOf(row), value);
      cells[index] = cellAt(value, row);
    }
  }

  private rowIndex(row: number, columns: readonly Column[]): number {
    const [only] = columns;
    const id =
      columns.length === 1 && only
        ? cellAt(only, row)
        : columns.map((column) => idText(cellAt(column, row))).join('\0');
    const known = this.rows.get(id);
    if (known !== undefined) return known;
    const index = this.rows.size;
    this.rows.set(id, index);
    for (const column of columns) this.rowKeys.get(column.label)?.cells.push(cellAt(column, row));
    return index;
  }

  private cellsOf(name: string, value: Column): Cell[] {
    let entry = this.values.get(name);
    if (!entry) {
      if (this.labels.includes(name)) {
        const text = JSON.stringify(name);
        fail(
          `value ${text} appears in a column key column, but a column named ${text} already exists; consider renaming ${text} to something else before pivoting`,
        );
      }
      this.values.set(name, (entry = { type: value.type, cells: [] }));
    }
    if (entry.type !== value.type) failInternally();
    return entry.cells;
  }

  build(): Table {
    const length = this.rows.size;
    const kept = this.labels.map((label) => {
      const rowKey = this.rowKeys.get(label);
      if (rowKey) return columnOf(label, rowKey.type, rowKey.cells);
      const fixed = this.key.find((column) => column.label === label);
      return constantColumn(label, fixed?.type ?? 'string', fixed?.value ?? null);
    });
    const values = [...this.values].map(([name, { type, cells }]) => {
      const all = Array.from({ length }, (_, row) => cells[row] ?? null);
      return columnOf(name, type, all);
    });
    return { key: this.key, columns: [...kept, ...values], length };
  }
}

function columnsOf(table: Table, labels: readonly string[]): Column[] {
  return labels.map((label) => columnNamed(table, label)).filter((column) => column !== undefined);
}

function idText(cell: Cell): string {
  return cell === null ? '' : `${typeof cell}${String(cell)}`;
}

function nameText(column: Column, row: number): string {
  const value = valueAt(column, row);
  if (value.type === 'null') return 'null';
  if (value.type === 'time') return formatFullTime(value.value);
  return value.type === 'float' ? exponentText(value.value) : display(value);
}
