import type { BucketChange } from '@/lib/permissionDiff';
import type { Action } from '@/lib/permissions';
import type { TableSpec } from '@/ui/table/tableSpec';

export interface BucketChangeRow extends BucketChange {
  /** Its name. */
  org: string;
}

function actionsText(actions: readonly Action[]): string {
  return actions.length === 0 ? '–' : actions.join(' and ');
}

export function bucketChangeSpec([lost, gained]: readonly [string, string]) {
  const spec: TableSpec<BucketChangeRow> = {
    noun: ['bucket', 'buckets'],
    prefix: 'diff',
    rowKey: ({ bucket }) => bucket.id,
    rowName: ({ bucket }) => bucket.name,
    sort: 'name',
    columns: [
      {
        key: 'name',
        label: 'Bucket',
        width: 120,
        grows: true,
        text: ({ bucket }) => bucket.name,
      },
      { key: 'org', label: 'Org', width: 90, muted: true, text: ({ org }) => org },
      { key: 'lost', label: lost, width: 116, text: (row) => actionsText(row.lost) },
      { key: 'gained', label: gained, width: 130, text: (row) => actionsText(row.gained) },
    ],
    facets: [{ key: 'org', label: 'Org', of: ({ org }) => org }],
  };
  return spec;
}
