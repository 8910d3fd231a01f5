import { Regroup } from './regroup';
import type { GroupSpec } from './stream';
import { keyOfRow, keyText } from './table';
import type { GroupKey, Table } from './table';

/** Every row goes to the table of its own key. */
export function regroupBy(
  tables: Iterable<Table>,
  on: (label: string, table: Table) => boolean,
): Iterable<Table> {
  const groups = new Regroup();
  for (const table of tables) {
    for (const { key, rows } of split(table, (label) => on(label, table))) {
      groups.add(key, table, rows);
    }
  }
  return groups.tables('apart');
}

function split(
  table: Table,
  on: (label: string) => boolean,
): Iterable<{ key: GroupKey; rows?: number[] }> {
  const isConstant = table.columns.every((column) => column.constant ?? !on(column.label));
  if (isConstant || table.length === 0) return [{ key: keyOfRow(table, 0, on) }];
  const parts = new Map<string, { key: GroupKey; rows: number[] }>();
  for (let row = 0; row < table.length; row++) {
    const key = keyOfRow(table, row, on);
    const text = keyText(key);
    const part = parts.get(text);
    if (part) part.rows.push(row);
    else parts.set(text, { key, rows: [row] });
  }
  return parts.values();
}

export function* groupRows(tables: Iterable<Table>, { mode, columns }: GroupSpec): Iterable<Table> {
  const named = new Set(columns);
  yield* regroupBy(tables, (label) => named.has(label) === (mode === 'by'));
}
