import type { Bucket } from '@/api/buckets';
import type { Dbrp } from '@/api/dbrps';
import { CellLink } from '@/ui/table/CellLink';
import { IdCell } from '@/ui/table/IdCell';
import type { TableSpec } from '@/ui/table/tableSpec';

/** A mapping with its bucket, as far as there is one, and what is odd about it. */
export interface DbrpRow extends Dbrp {
  bucketName: string;
  bucketPath: string | undefined;
  isSystem: boolean;
  notes: readonly string[];
}

export interface RowSurroundings {
  buckets: readonly Bucket[];
  seesAll: boolean;
  pathOf: (bucketID: string) => string;
}

export function kindText({ virtual }: Dbrp): string {
  return virtual ? 'from the name' : 'stored';
}

function notesOf(dbrp: Dbrp, hasBucket: boolean, seesAll: boolean, hasDefault: boolean): string[] {
  const notes: string[] = [];
  if (!hasBucket) notes.push(seesAll ? 'bucket is gone' : 'bucket is hidden or gone');
  if (!hasDefault) notes.push('needs rp: no default');
  else if (dbrp.virtual && !dbrp.default && dbrp.retention_policy === 'autogen') {
    notes.push('a stored mapping is the default');
  }
  return notes;
}

export function dbrpRows(
  mappings: readonly Dbrp[],
  { buckets, seesAll, pathOf }: RowSurroundings,
): DbrpRow[] {
  const known = new Map(buckets.map((bucket) => [bucket.id, bucket]));
  const withDefault = new Set(
    mappings.filter((mapping) => mapping.default).map(({ database }) => database),
  );
  return mappings.map((dbrp) => {
    const bucket = known.get(dbrp.bucketID);
    const hasDefault = withDefault.has(dbrp.database);
    return {
      ...dbrp,
      bucketName: bucket?.name ?? dbrp.bucketID,
      bucketPath: bucket && pathOf(bucket.id),
      isSystem: bucket?.type === 'system',
      notes: notesOf(dbrp, bucket !== undefined, seesAll, hasDefault),
    };
  });
}

export const dbrpSpec: TableSpec<DbrpRow> = {
  noun: ['mapping', 'mappings'],
  // A virtual mapping has the id of its bucket.
  rowKey: ({ id, virtual }) => `${id}${virtual ? ' virtual' : ''}`,
  rowName: ({ database, retention_policy: policy }) => `${database}/${policy}`,
  sort: 'database',
  apart: {
    label: 'System buckets: kept by InfluxDB itself',
    of: ({ isSystem, virtual }) => isSystem && virtual,
  },
  columns: [
    {
      key: 'database',
      label: 'Database',
      width: 160,
      grows: true,
      mono: true,
      text: ({ database }) => database,
    },
    {
      key: 'policy',
      label: 'Retention policy',
      width: 140,
      mono: true,
      text: ({ retention_policy: policy }) => policy,
    },
    {
      key: 'bucket',
      label: 'Bucket',
      width: 160,
      grows: true,
      text: ({ bucketName }) => bucketName,
      cell: ({ bucketName, bucketPath }) =>
        bucketPath === undefined ? bucketName : <CellLink to={bucketPath}>{bucketName}</CellLink>,
    },
    {
      key: 'default',
      label: 'Default',
      width: 90,
      text: ({ default: isDefault }) => (isDefault ? 'default' : ''),
    },
    { key: 'kind', label: 'Kind', width: 116, muted: true, text: kindText },
    {
      key: 'notes',
      label: 'Note',
      sparse: true,
      width: 200,
      text: ({ notes }) => notes.join(', '),
    },
    {
      key: 'id',
      label: 'Id',
      search: 'id',
      wide: true,
      sparse: true,
      width: 164,
      mono: true,
      muted: true,
      text: ({ id, virtual }) => (virtual ? '' : id),
      cell: ({ id, virtual }) => (virtual ? null : <IdCell id={id} of="mapping" />),
    },
  ],
  facets: [
    { key: 'kind', label: 'Kind', of: kindText },
    { key: 'default', label: 'Default', of: (row) => (row.default ? 'default' : 'not default') },
    { key: 'bucket', label: 'Bucket', of: ({ bucketName }) => bucketName },
    { key: 'note', label: 'Note', of: ({ notes }) => notes },
  ],
};
