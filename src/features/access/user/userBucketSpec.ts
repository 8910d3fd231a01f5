import { accessColumn, accessFacet } from '@/components/access/accessColumn';
import { listText } from '@/lib/listText';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { UserBucket } from './userBuckets';

const throughWords = { token: 'a token', 'v1 user': 'a v1 user', role: 'a role' };

export const userBucketSpec: TableSpec<UserBucket> = {
  noun: ['bucket', 'buckets'],
  rowKey: ({ bucket }) => bucket.id,
  rowName: ({ bucket }) => bucket.name,
  sort: 'name',
  apart: { label: 'System buckets', of: ({ bucket }) => bucket.type === 'system' },
  columns: [
    { key: 'name', label: 'Bucket', width: 220, text: ({ bucket }) => bucket.name },
    accessColumn,
    { key: 'org', label: 'Org', width: 90, muted: true, text: ({ org }) => org },
    {
      key: 'through',
      label: 'Through',
      width: 300,
      grows: true,
      text: ({ through, throughCount }) => listText(through, 3, throughCount),
      order: ({ throughCount }) => throughCount,
    },
  ],
  facets: [
    { key: 'org', label: 'Org', of: ({ org }) => org },
    accessFacet,
    {
      key: 'through',
      label: 'Through',
      of: ({ kinds }) => kinds.map((kind) => throughWords[kind]),
    },
  ],
};
