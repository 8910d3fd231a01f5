import { columnOf, constantColumn } from '@/demo/flux/column';
import { failFinally } from '@/demo/flux/fluxError';
import type { Program } from '@/demo/flux/program';
import type { Table } from '@/demo/flux/table';

export function bucketsTable(program: Program): Table[] {
  const { orgID } = program;
  const buckets = program.readableBuckets();
  if (buckets.length === 0) failFinally(`no buckets found in organization ${orgID}`, 'not found');
  const texts = (label: string, text: (bucket: (typeof buckets)[number]) => string) =>
    columnOf(label, 'string', buckets.map(text));
  return [
    {
      key: [{ label: 'organizationID', type: 'string', value: orgID }],
      columns: [
        texts('name', ({ name }) => name),
        texts('id', ({ id }) => id),
        constantColumn('organizationID', 'string', orgID),
        texts('retentionPolicy', ({ rp }) => rp ?? ''),
        columnOf(
          'retentionPeriod',
          'int',
          buckets.map(({ everySeconds }) => BigInt(everySeconds) * 1_000_000_000n),
        ),
      ],
      length: buckets.length,
    },
  ];
}
