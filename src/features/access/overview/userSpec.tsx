import { StatusDot } from '@/components/StatusDot';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { classOrder } from '@/lib/classOrder';
import { countColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { UserRow } from './userRows';

const rankOf = ({ widest }: UserRow) =>
  widest === undefined ? classOrder.length : classOrder.indexOf(widest);

export const userSpec: TableSpec<UserRow> = {
  noun: ['user', 'users'],
  prefix: 'u-',
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'User', width: 180, grows: true, text: ({ name }) => name },
    {
      key: 'status',
      label: 'Status',
      width: 90,
      text: ({ status }) => status,
      cell: ({ status }) =>
        status === 'active' || status === 'inactive' ? <StatusDot status={status} /> : status,
    },
    {
      key: 'widest',
      label: 'Widest token',
      width: 130,
      text: ({ widest = '' }) => widest,
      order: rankOf,
      cell: ({ widest }) =>
        widest && <TokenClassBadge classification={{ class: widest, olderSet: false }} />,
    },
    countColumn('tokens', 'Tokens', ({ tokens }) => tokens),
    countColumn('v1', 'v1 users', ({ v1Users }) => v1Users),
  ],
  facets: [
    { key: 'status', label: 'Status', of: ({ status }) => status },
    { key: 'widest', label: 'Widest token', of: ({ widest }) => widest ?? 'none' },
  ],
};
