import { Stack, Table, Text } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { reasonWords } from '@/lib/bucketAccess';
import type { BucketReach } from '@/lib/bucketReach';
import { bucketReach } from '@/lib/bucketReach';
import { listText } from '@/lib/listText';
import { paths } from '@/lib/paths';
import { orgName, typeWords } from '@/lib/permissionWords';
import type { Extent, ResourceReach } from '@/lib/resourceReach';
import { resourceReach } from '@/lib/resourceReach';
import { writeIncludes } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { Column, TableSpec } from '@/ui/table/tableSpec';
import type { TokenRow } from './tokenRows';
import classes from './tokens.module.css';

interface ReachRow extends BucketReach {
  org: string;
  /** The permissions that grant it, in words. */
  why: string;
}

function held(key: 'read' | 'write', label: string): Column<ReachRow> {
  return {
    key,
    label,
    width: 58,
    search: 'no',
    text: (row) => (row[key] ? label : ''),
    cell: (row) => row[key] && <IconCheck size={15} className={classes.tick} aria-label="yes" />,
  };
}

const spec: TableSpec<ReachRow> = {
  noun: ['bucket', 'buckets'],
  rowKey: ({ bucket }) => bucket.id,
  rowName: ({ bucket }) => bucket.name,
  sort: 'name',
  prefix: 'b-',
  plainUpTo: 12,
  apart: { label: 'System buckets', of: ({ bucket }) => bucket.type === 'system' },
  columns: [
    { key: 'name', label: 'Bucket', width: 120, grows: true, text: ({ bucket }) => bucket.name },
    held('read', 'Read'),
    held('write', 'Write'),
    { key: 'org', label: 'Org', width: 84, text: ({ org }) => org },
    { key: 'why', label: 'By', width: 170, grows: true, muted: true, text: ({ why }) => why },
  ],
  facets: [
    { key: 'org', label: 'Org', of: ({ org }) => org },
    {
      key: 'does',
      label: 'Access',
      of: ({ read, write }) => [...(read ? ['read'] : []), ...(write ? ['write'] : [])],
    },
  ],
};

export interface TokenReachProps {
  row: TokenRow;
  around: Surroundings;
}

/** Every bucket by name, and what else it touches, in every org. */
export function TokenReach({ row, around }: TokenReachProps) {
  const { server = '' } = useParams();
  const buckets = useMemo(
    () =>
      bucketReach(row.permissions, around.buckets.values()).map((reach) => ({
        ...reach,
        org: orgName(reach.bucket.orgID, around),
        why: reasonWords(reach, around),
      })),
    [row.permissions, around],
  );
  const href = useCallback(
    ({ bucket }: ReachRow) => paths.bucketAccess(server, bucket.id),
    [server],
  );
  const writes = buckets.some(({ write }) => write);
  const reads = buckets.some(({ read }) => read);
  return (
    <Stack gap="sm">
      <DataTable
        spec={spec}
        rows={buckets}
        href={href}
        empty={<Text c="dimmed">{noBuckets(around)}</Text>}
      />
      {writes && (
        <Text size="xs" c="dimmed">
          {writeIncludes}
        </Text>
      )}
      {reads && (
        <Text size="xs" c="dimmed">
          InfluxDB does not check Flux that names a bucket by its id: any token that may run a query
          reads it so. Who must not read a bucket must not know its id.
        </Text>
      )}
      <OtherReach row={row} around={around} />
    </Stack>
  );
}

function noBuckets({ isComplete }: Surroundings): string {
  return isComplete
    ? 'No bucket.'
    : 'No bucket that this credential sees: there may be others that the token reaches.';
}

function extentText(extent: Extent | undefined): string {
  if (!extent) return '';
  if (extent.isEverywhere) return 'every org';
  const orgs = extent.orgs.map(({ name }) => `all in ${name}`);
  const single = extent.ids.map(({ id, name, isGone }) => (isGone ? `${id} (gone)` : (name ?? id)));
  return listText([...orgs, ...single]);
}

/** Types that are reached alike share a line. */
function linesOf(reached: readonly ResourceReach[]) {
  const lines = new Map<string, { types: string[]; reads: string; writes: string }>();
  for (const { type, read, write } of reached) {
    const reads = extentText(read);
    const writes = extentText(write);
    const key = `${reads}\n${writes}`;
    const line = lines.get(key);
    if (line) line.types.push(typeWords(type));
    else lines.set(key, { types: [typeWords(type)], reads, writes });
  }
  return [...lines.values()];
}

function OtherReach({ row, around }: TokenReachProps) {
  const lines = useMemo(
    () => linesOf(resourceReach(row.permissions, around)),
    [row.permissions, around],
  );
  if (lines.length === 0) return null;
  return (
    <Table fz="sm" verticalSpacing={5} aria-label="Other resources">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Besides buckets</Table.Th>
          <Table.Th>Reads</Table.Th>
          <Table.Th>Writes</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ types, reads, writes }) => (
          <Table.Tr key={types.join()}>
            <Table.Td>{types.join(', ')}</Table.Td>
            <Table.Td>{reads || 'no'}</Table.Td>
            <Table.Td>{writes || 'no'}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
