import { Text } from '@mantine/core';
import type { Column, TableSpec } from '@/ui/table/tableSpec';
import type { WriteAnswer } from './useWriteAsk';

export interface ReachRow {
  id: string;
  name: string;
  /** None for a database. */
  orgID?: string;
  org: string;
  reads: boolean;
  writes: WriteAnswer | 'not asked';
}

const name: Column<ReachRow> = {
  key: 'name',
  label: 'Name',
  width: 120,
  grows: true,
  text: (row) => row.name,
};

const access: readonly Column<ReachRow>[] = [
  { key: 'reads', label: 'Reads', width: 80, text: ({ reads }) => (reads ? 'yes' : 'no') },
  {
    key: 'writes',
    label: 'Writes',
    width: 104,
    text: ({ writes }) => writes,
    cell: ({ writes }) => (
      <Text span size="sm" c={writes === 'yes' ? undefined : 'dimmed'}>
        {writes}
      </Text>
    ),
  },
];

const common = {
  rowKey: ({ id }: ReachRow) => id,
  rowName: (row: ReachRow) => row.name,
  sort: 'name',
  facets: [
    { key: 'writes', label: 'Writes', of: ({ writes }: ReachRow) => writes },
    { key: 'org', label: 'Org', of: ({ org }: ReachRow) => org },
  ],
} satisfies Partial<TableSpec<ReachRow>>;

export const bucketReachSpec: TableSpec<ReachRow> = {
  ...common,
  noun: ['bucket', 'buckets'],
  columns: [
    name,
    { key: 'org', label: 'Org', width: 100, muted: true, text: ({ org }) => org },
    ...access,
  ],
};

export const databaseReachSpec: TableSpec<ReachRow> = {
  ...common,
  facets: common.facets.slice(0, 1),
  noun: ['database', 'databases'],
  columns: [name, ...access],
};
