import { classOrder } from './classOrder';
import type { HeatColumn, HeatRow } from './heatMap';
import { compareNatural, naturalKey } from './naturalOrder';

export const rowOrders = ['name', 'reach', 'class', 'owner'] as const;
export const columnOrders = ['name', 'readers', 'writers'] as const;

export type RowOrder = (typeof rowOrders)[number];
export type ColumnOrder = (typeof columnOrders)[number];

interface Keyed<Item> {
  item: Item;
  /** Compared first, the greatest first. */
  weight: number;
  group: string;
  name: string;
  key: string | undefined;
}

function inOrder<Item>(
  items: readonly Item[],
  keyed: (item: Item) => Omit<Keyed<Item>, 'item' | 'key'>,
) {
  return items
    .map((item): Keyed<Item> => {
      const keys = keyed(item);
      return { item, ...keys, key: naturalKey(keys.name) };
    })
    .sort(
      (a, b) =>
        b.weight - a.weight ||
        (a.group === b.group ? 0 : compareNatural(a.group, b.group)) ||
        compareNatural(a.name, b.name, a.key, b.key),
    )
    .map(({ item }) => item);
}

/** Many buckets first, so that within a class those that reach alike stand together. */
function weightOf(row: HeatRow, order: RowOrder): number {
  const reach = row.reads + row.writes;
  if (order === 'reach') return reach;
  return order === 'class' ? -classOrder.indexOf(row.class) * 1e7 + reach : 0;
}

export function orderedRows(rows: readonly HeatRow[], order: RowOrder): HeatRow[] {
  return inOrder(rows, (row) => ({
    weight: weightOf(row, order),
    group: order === 'owner' ? row.credential.user : '',
    name: row.credential.name,
  }));
}

/** System buckets last. */
export function orderedColumns(columns: readonly HeatColumn[], order: ColumnOrder): HeatColumn[] {
  return inOrder(columns, ({ bucket, readers, writers }) => {
    const count = order === 'readers' ? readers : order === 'writers' ? writers : 0;
    return { weight: bucket.type === 'system' ? -1 : count, group: '', name: bucket.name };
  });
}
