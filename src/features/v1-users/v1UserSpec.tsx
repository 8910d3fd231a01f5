import { findingsColumn, findingsFacet } from '@/components/findingsColumn';
import { statusColumn, statusFacet } from '@/components/statusColumn';
import type { Bits } from '@/lib/permissionIndex';
import type { KnownBucket } from '@/lib/surroundings';
import { timeColumn } from '@/ui/table/columns';
import type { Column, TableSpec } from '@/ui/table/tableSpec';
import { AccessCell } from './AccessCell';
import { accessText } from './accessText';
import type { V1UserRow } from './v1UserRows';
import { accessOf } from './v1UserRows';

/** Both first, nothing last. */
const accessOrder: Readonly<Record<Bits, number>> = { 3: 0, 2: 1, 1: 2, 0: 3 };

/** Both chips need the least; a longer name is cut. */
const leastWidth = 120;
const longestLabel = 20;

function bucketColumn(bucket: KnownBucket, label: string): Column<V1UserRow> {
  const shown = label.length > longestLabel ? `${label.slice(0, longestLabel - 1)}…` : label;
  return {
    key: `bucket-${bucket.id}`,
    label: shown,
    search: 'no',
    width: Math.max(leastWidth, shown.length * 7 + 24),
    text: (row) => accessText(accessOf(row, bucket)),
    order: (row) => accessOrder[accessOf(row, bucket)],
    cell: (row) => <AccessCell held={accessOf(row, bucket)} />,
  };
}

export interface BucketColumn {
  bucket: KnownBucket;
  label: string;
}

/** With a column for each of the chosen buckets. */
export function v1UserSpec(columns: readonly BucketColumn[]): TableSpec<V1UserRow> {
  return {
    noun: ['v1 user', 'v1 users'],
    rowKey: ({ id }) => id,
    rowName: ({ name }) => name,
    sort: 'name',
    alsoSearched: { text: ({ description }) => description, ids: ({ id }) => id },
    columns: [
      { key: 'name', label: 'User name', width: 120, grows: true, text: ({ name }) => name },
      statusColumn,
      { key: 'org', label: 'Org', width: 88, text: ({ org, orgID }) => org || orgID },
      {
        key: 'owner',
        label: 'Owner',
        width: 84,
        wide: true,
        muted: true,
        text: ({ owner }) => owner,
      },
      ...columns.map(({ bucket, label }) => bucketColumn(bucket, label)),
      {
        key: 'databases',
        label: 'Databases',
        width: 110,
        grows: true,
        text: ({ databases }) => databases.join(', '),
      },
      findingsColumn(192),
      { ...timeColumn('created', 'Created', ({ createdAt }) => createdAt), wide: true },
    ],
    facets: [
      statusFacet,
      { key: 'org', label: 'Org', of: ({ org, orgID }) => org || orgID },
      { key: 'owner', label: 'Owner', of: ({ owner }) => owner },
      { key: 'bucket', label: 'Bucket', of: ({ buckets }) => buckets.map(({ name }) => name) },
      findingsFacet(),
    ],
  };
}
