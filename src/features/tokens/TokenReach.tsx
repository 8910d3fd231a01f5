import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { ResourceReachTable } from '@/components/access/ResourceReachTable';
import { reasonWords } from '@/lib/bucketAccess';
import type { BucketReach } from '@/lib/bucketReach';
import { bucketReach } from '@/lib/bucketReach';
import { paths } from '@/lib/paths';
import type { Permission } from '@/lib/permissions';
import { orgName } from '@/lib/permissionWords';
import { resourceReach } from '@/lib/resourceReach';
import { writeIncludes } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { TableSpec } from '@/ui/table/tableSpec';
import { tickColumn } from './tickColumn';
import type { TokenRow } from './tokenRows';

interface ReachRow extends BucketReach {
  org: string;
  /** The permissions that grant it, in words. */
  why: string;
  /** The same beside the names of bucket and org. */
  by: string;
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
    tickColumn('read', 'Read', ({ read }) => read !== undefined),
    tickColumn('write', 'Write', ({ write }) => write !== undefined),
    { key: 'org', label: 'Org', width: 84, text: ({ org }) => org },
    {
      key: 'why',
      label: 'By',
      width: 120,
      grows: true,
      muted: true,
      text: ({ why }) => why,
      cell: ({ by }) => by,
    },
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
        by: grantText(reach),
      })),
    [row.permissions, around],
  );
  const href = useCallback(
    ({ bucket }: ReachRow) => paths.bucketAccess(server, bucket.id),
    [server],
  );
  const others = useMemo(() => resourceReach(row.permissions, around), [row.permissions, around]);
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
      <ResourceReachTable reach={others} />
    </Stack>
  );
}

/** How wide the permission is. */
function widthText(permission: Permission | undefined): string {
  if (!permission) return '';
  const { type, id, orgID } = permission.resource;
  if (type === 'orgs') return id === undefined ? 'every org' : 'the org';
  if (id !== undefined) return 'this bucket';
  return orgID === undefined ? 'every org' : 'all buckets of the org';
}

function grantText({ read, write }: BucketReach): string {
  const texts = [widthText(read), widthText(write)].filter(Boolean);
  return [...new Set(texts)].join(', ');
}

function noBuckets({ isComplete }: Surroundings): string {
  return isComplete
    ? 'No bucket.'
    : 'No bucket that this credential sees: there may be others that the token reaches.';
}
