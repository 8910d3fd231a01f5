import type { BucketCounts } from '@/lib/accessLookup';
import type { KnownBucket } from '@/lib/surroundings';
import { countColumn } from '@/ui/table/columns';
import type { Column, TableSpec } from '@/ui/table/tableSpec';

/** How many credentials reach a bucket. */
export interface BucketTotalsRow extends KnownBucket, BucketCounts {
  org: string;
}

function count(key: keyof BucketCounts, label: string, width: number): Column<BucketTotalsRow> {
  return countColumn(key, label, (row) => row[key], width);
}

export const bucketTotalsSpec: TableSpec<BucketTotalsRow> = {
  noun: ['bucket', 'buckets'],
  prefix: 'b-',
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  apart: {
    label: 'System buckets: kept by InfluxDB itself, read with the org',
    of: ({ type }) => type === 'system',
  },
  columns: [
    { key: 'name', label: 'Bucket', width: 170, grows: true, text: ({ name }) => name },
    { key: 'org', label: 'Org', width: 120, muted: true, text: ({ org }) => org },
    count('ownReaders', 'Own readers', 98),
    count('ownWriters', 'Own writers', 94),
    count('readers', 'All readers', 92),
    count('writers', 'All writers', 88),
    { ...count('idle', 'Refused', 78), muted: true },
  ],
  facets: [
    { key: 'org', label: 'Org', of: ({ org }) => org },
    {
      key: 'is',
      label: 'Without',
      of: ({ ownReaders, ownWriters }) => [
        ...(ownReaders === 0 ? ['own reader'] : []),
        ...(ownWriters === 0 ? ['own writer'] : []),
      ],
    },
  ],
};
