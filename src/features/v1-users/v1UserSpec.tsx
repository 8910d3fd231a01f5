import { rules } from '@/lib/findings';
import type { Bits } from '@/lib/permissionIndex';
import type { KnownBucket } from '@/lib/surroundings';
import { IdCell } from '@/ui/table/IdCell';
import type { Column, TableSpec } from '@/ui/table/tableSpec';
import { TimeAgo } from '@/ui/TimeAgo';
import { AccessCell } from './AccessCell';
import { accessText } from './accessText';
import type { V1UserRow } from './v1UserRows';
import { accessOf } from './v1UserRows';

const findingNames = ({ findings }: V1UserRow) => findings.map(({ rule }) => rules[rule].title);

/** Both first, nothing last. */
const accessOrder: Readonly<Record<Bits, number>> = { 3: 0, 2: 1, 1: 2, 0: 3 };

function bucketColumn(bucket: KnownBucket, label: string): Column<V1UserRow> {
  return {
    key: `bucket-${bucket.id}`,
    label,
    search: 'no',
    width: Math.min(Math.max(112, label.length * 8 + 24), 180),
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
    columns: [
      { key: 'name', label: 'User name', width: 130, grows: true, text: ({ name }) => name },
      { key: 'status', label: 'Status', width: 80, muted: true, text: ({ status }) => status },
      { key: 'org', label: 'Org', width: 100, text: ({ org, orgID }) => org || orgID },
      { key: 'owner', label: 'Owner', width: 90, muted: true, text: ({ owner }) => owner },
      ...columns.map(({ bucket, label }) => bucketColumn(bucket, label)),
      {
        key: 'databases',
        label: 'Databases',
        width: 120,
        grows: true,
        text: ({ databases }) => databases.join(', '),
      },
      {
        key: 'findings',
        label: 'Findings',
        sparse: true,
        width: 150,
        grows: true,
        text: (row) => findingNames(row).join(', '),
      },
      {
        key: 'description',
        label: 'Description',
        sparse: true,
        wide: true,
        width: 120,
        grows: true,
        muted: true,
        text: ({ description }) => description,
      },
      {
        key: 'id',
        label: 'Id',
        search: 'id',
        wide: true,
        width: 164,
        mono: true,
        muted: true,
        text: ({ id }) => id,
        cell: ({ id }) => <IdCell id={id} of="v1 user" />,
      },
      {
        key: 'created',
        label: 'Created',
        search: 'no',
        width: 90,
        muted: true,
        text: ({ createdAt }) => createdAt,
        cell: ({ createdAt }) => <TimeAgo time={createdAt} />,
      },
    ],
    facets: [
      { key: 'status', label: 'Status', of: ({ status }) => status },
      { key: 'org', label: 'Org', of: ({ org, orgID }) => org || orgID },
      { key: 'owner', label: 'Owner', of: ({ owner }) => owner },
      { key: 'bucket', label: 'Bucket', of: ({ buckets }) => buckets.map(({ name }) => name) },
      { key: 'finding', label: 'Finding', of: findingNames },
    ],
  };
}
