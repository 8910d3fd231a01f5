import { csvText } from '@/lib/csvText';
import type { HeatColumn, HeatMap, HeatRow } from '@/lib/heatMap';
import { bitLetters, heldIn } from '@/lib/heatMap';
import { orderedColumns, orderedRows } from '@/lib/heatOrder';
import type { HeatState } from './heatUrl';

function has(text: string, search: string): boolean {
  const low = text.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => low.includes(word));
}

/** What the search leaves, in the order that is asked for. */
export function shownRows({ rows }: HeatMap, { search, rows: order }: HeatState): HeatRow[] {
  const found = rows.filter(
    ({ credential: { name, user, kind }, class: held, obstacle }) =>
      search === '' || has(`${name}\n${user}\n${kind}\n${held}\n${obstacle}`, search),
  );
  return orderedRows(found, order);
}

export function shownColumns({ columns }: HeatMap, state: HeatState): HeatColumn[] {
  const found = columns.filter(
    ({ bucket: { name, type } }) =>
      (state.withSystem || type === 'user') && (state.buckets === '' || has(name, state.buckets)),
  );
  return orderedColumns(found, state.columns);
}

function* cells(rows: readonly HeatRow[], columns: readonly HeatColumn[]) {
  for (const row of rows) {
    const { kind, id, name, user, status } = row.credential;
    yield [
      ...[kind, id, name, row.class, user, row.obstacle || status],
      ...columns.map((column) => bitLetters[heldIn(row, column)]),
    ];
  }
}

export function heatCsv(rows: readonly HeatRow[], columns: readonly HeatColumn[]): string {
  const names = columns.map(({ bucket }) => bucket.name);
  return csvText(['kind', 'id', 'name', 'class', 'owner', 'state', ...names], cells(rows, columns));
}
