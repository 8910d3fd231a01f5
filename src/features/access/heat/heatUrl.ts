import type { ColumnOrder, RowOrder } from '@/lib/heatOrder';
import { columnOrders, rowOrders } from '@/lib/heatOrder';
import type { UrlCodec } from '@/ui/useUrlState';

export interface HeatState {
  search: string;
  buckets: string;
  rows: RowOrder;
  columns: ColumnOrder;
  withSystem: boolean;
}

function oneOf<Value extends string>(values: readonly [Value, ...Value[]], text: string | null) {
  return values.find((value) => value === text) ?? values[0];
}

export const heatCodec: UrlCodec<HeatState> = {
  keys: ['q', 'buckets', 'rows', 'columns', 'system'],
  read: (params) => ({
    search: params.get('q') ?? '',
    buckets: params.get('buckets') ?? '',
    rows: oneOf(rowOrders, params.get('rows')),
    columns: oneOf(columnOrders, params.get('columns')),
    withSystem: params.get('system') === 'yes',
  }),
  write({ search, buckets, rows, columns, withSystem }) {
    const params = new URLSearchParams();
    if (search !== '') params.set('q', search);
    if (buckets !== '') params.set('buckets', buckets);
    if (rows !== rowOrders[0]) params.set('rows', rows);
    if (columns !== columnOrders[0]) params.set('columns', columns);
    if (withSystem) params.set('system', 'yes');
    return params;
  },
};
