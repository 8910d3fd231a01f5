import type { Column } from './column';
import type { Table } from './table';

/** 2.7 loses the empty strings of a field it reads: the values after one move up, the last rows are left empty (influxdata/influxdb #26916). */
export function shiftEmptyStrings(table: Table): Table {
  return { ...table, columns: table.columns.map(shifted) };
}

function shifted(column: Column): Column {
  if (column.constant || column.type !== 'string' || !column.values.includes('')) return column;
  const kept = column.values.filter((value) => value !== '');
  const lost = Array.from({ length: column.values.length - kept.length }, () => '');
  return { ...column, values: [...kept, ...lost] };
}
