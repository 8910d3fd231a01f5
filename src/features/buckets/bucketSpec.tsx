import type { Bucket } from '@/api/buckets';
import { retentionOf } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import type { Label } from '@/api/labels';
import { formatDuration } from '@/lib/duration';
import { formatRetention } from '@/lib/retention';
import { idColumn, timeColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import classes from './buckets.module.css';

/** A bucket with the databases by which the 1.x paths know it. */
export interface BucketRow extends Bucket {
  databases: readonly Dbrp[];
}

export function isSystem({ type }: Pick<Bucket, 'type'>): boolean {
  return type === 'system';
}

/** `db/rp`, or only the database when that is enough to query it. */
export function databaseText({ database, retention_policy: policy, default: isDefault }: Dbrp) {
  return isDefault ? database : `${database}/${policy}`;
}

const databasesText = ({ databases }: BucketRow) => databases.map(databaseText).join(', ');
const labelNames = ({ labels = [] }: Bucket) => labels.map(({ name }) => name);
const every = (bucket: Bucket) => retentionOf(bucket).everySeconds;

export const bucketSpec: TableSpec<BucketRow> = {
  noun: ['bucket', 'buckets'],
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name || '(no name)',
  sort: 'name',
  apart: { label: 'System buckets: kept by InfluxDB itself', of: isSystem },
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 160,
      grows: true,
      text: ({ name }) => name || '(no name)',
    },
    {
      key: 'retention',
      label: 'Retention',
      width: 88,
      text: (bucket) => formatRetention(every(bucket)),
      order: (bucket) => every(bucket) || Infinity,
    },
    {
      key: 'shard',
      label: 'Shard',
      width: 64,
      text: (bucket) => shardText(retentionOf(bucket).shardSeconds),
      order: (bucket) => retentionOf(bucket).shardSeconds,
    },
    {
      key: 'description',
      label: 'Description',
      sparse: true,
      width: 140,
      grows: true,
      muted: true,
      text: ({ description = '' }) => description,
    },
    {
      key: 'labels',
      label: 'Labels',
      sparse: true,
      width: 120,
      text: (bucket) => labelNames(bucket).join(', '),
      cell: ({ labels = [] }) => <LabelNames labels={labels} />,
    },
    {
      key: 'databases',
      label: 'Database (1.x)',
      sparse: true,
      width: 118,
      muted: true,
      text: databasesText,
    },
    idColumn('bucket'),
    timeColumn('created', 'Created', ({ createdAt }) => createdAt, 108),
    { ...timeColumn('updated', 'Updated', ({ updatedAt }) => updatedAt, 108), wide: true },
  ],
  facets: [
    {
      key: 'kept',
      label: 'Retention',
      of: (bucket) => formatRetention(every(bucket)),
    },
    { key: 'label', label: 'Label', of: labelNames },
    { key: 'type', label: 'Type', of: ({ type }) => type },
  ],
};

function shardText(seconds: number): string {
  return seconds === 0 ? '' : formatDuration(seconds);
}

export function LabelNames({ labels }: { labels: readonly Label[] }) {
  return labels.map(({ id, name, properties }) => (
    <span key={id} className={classes.label}>
      <span className={classes.dot} style={{ background: properties?.color }} aria-hidden />
      {name}
    </span>
  ));
}
