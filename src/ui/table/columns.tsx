import { countText } from '@/lib/counted';
import { TimeAgo } from '@/ui/TimeAgo';
import { IdCell } from './IdCell';
import type { Column } from './tableSpec';

/** A moment by RFC 3339, told by how long ago it was. */
export function timeColumn<Row>(
  key: string,
  label: string,
  of: (row: Row) => string,
  width = 84,
): Column<Row> {
  return {
    ...{ key, label, width },
    search: 'no',
    muted: true,
    text: of,
    order: (row) => Date.parse(of(row)) || 0,
    cell: (row) => <TimeAgo time={of(row)} />,
  };
}

/** Unknown counts are blank, and come before 0. */
export function countColumn<Row>(
  key: string,
  label: string,
  of: (row: Row) => number | undefined,
  width = 90,
): Column<Row> {
  return {
    ...{ key, label, width },
    align: 'right',
    search: 'no',
    text: (row) => {
      const count = of(row);
      return count === undefined ? '' : countText(count);
    },
    order: (row) => of(row) ?? -1,
  };
}

/** `of`: what the id identifies. */
export function idColumn<Row extends { id: string }>(of: string): Column<Row> {
  return {
    key: 'id',
    label: 'Id',
    search: 'id',
    width: 164,
    mono: true,
    muted: true,
    text: ({ id }) => id,
    cell: ({ id }) => <IdCell id={id} of={of} />,
  };
}
