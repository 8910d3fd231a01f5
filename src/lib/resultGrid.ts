import { cellText } from './cellText';
import type { ResultTable } from './columns';
import { columnWidth } from './columnWidth';

export interface GridColumn {
  name: string;
  /** As InfluxDB names it; several where tables differ. */
  type: string;
  isNumeric: boolean;
  /** Characters of the longest text. */
  width: number;
}

/** All tables below each other under the union of their columns; cells are read where they lie. */
export interface ResultGrid {
  columns: GridColumn[];
  rows: number;
  /** Place of the table that a row belongs to. */
  tableAt: (row: number) => number;
  /** Null where there is no value, or no such column in the table. */
  text: (row: number, column: number) => string | null;
}

/** What every row of a windowed query repeats stands last. */
const trailing = new Set(['_start', '_stop']);

function gridColumns(tables: readonly ResultTable[]): GridColumn[] {
  const found = new Map<string, GridColumn>();
  for (const { columns, length } of tables) {
    for (const column of columns) {
      let entry = found.get(column.name);
      if (!entry) {
        entry = { name: column.name, type: column.type, isNumeric: true, width: 0 };
        found.set(column.name, entry);
      }
      if (!entry.type.split(' or ').includes(column.type)) entry.type += ` or ${column.type}`;
      if (column.kind !== 'number') entry.isNumeric = false;
      if (length > 0) entry.width = Math.max(entry.width, columnWidth(column, length));
    }
  }
  const isLast = ({ name }: GridColumn) => trailing.has(name);
  const all = [...found.values()];
  return [...all.filter((column) => !isLast(column)), ...all.filter(isLast)];
}

export function resultGrid(tables: readonly ResultTable[]): ResultGrid {
  const columns = gridColumns(tables);
  const starts = new Float64Array(tables.length + 1);
  tables.forEach(({ length }, i) => (starts[i + 1] = (starts[i] ?? 0) + length));
  const places = tables.map(
    (table) => new Map(table.columns.map((column) => [column.name, column] as const)),
  );
  const tableAt = (row: number) => {
    let low = 0;
    let high = tables.length;
    while (low + 1 < high) {
      const middle = (low + high) >>> 1;
      if ((starts[middle] ?? 0) <= row) low = middle;
      else high = middle;
    }
    return low;
  };
  return {
    columns,
    rows: starts.at(-1) ?? 0,
    tableAt,
    text: (row, column) => {
      const table = tableAt(row);
      const source = places[table]?.get(columns[column]?.name ?? '');
      return source ? cellText(source, row - (starts[table] ?? 0)) : null;
    },
  };
}
