import { Anchor, Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { Caller } from '@/api/caller';
import { accessColumn, accessFacet } from '@/components/access/accessColumn';
import type { ReadWriteProps } from '@/components/access/ReadWrite';
import { ResourceReachTable } from '@/components/access/ResourceReachTable';
import { useSurroundings } from '@/components/useSurroundings';
import { bucketReach } from '@/lib/bucketReach';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import { resourceReach } from '@/lib/resourceReach';
import { summarySentence, writeIncludes } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { TableSpec } from '@/ui/table/tableSpec';

interface ReachedBucket extends ReadWriteProps {
  id: string;
  name: string;
  org: string;
  orgID: string;
}

const spec: TableSpec<ReachedBucket> = {
  noun: ['bucket', 'buckets'],
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  prefix: 'reach-',
  columns: [
    { key: 'name', label: 'Bucket', width: 140, grows: true, text: ({ name }) => name },
    { key: 'org', label: 'Org', width: 110, text: ({ org }) => org },
    accessColumn,
  ],
  facets: [{ key: 'org', label: 'Org', of: ({ org }) => org }, accessFacet],
};

function reachedBuckets(
  { granted }: Pick<Caller, 'granted'>,
  around: Surroundings,
): ReachedBucket[] {
  return bucketReach(granted, around.buckets.values()).map(({ bucket, read, write }) => ({
    ...bucket,
    org: orgName(bucket.orgID, around),
    reads: read !== undefined,
    writes: write !== undefined,
  }));
}

export function MyPermissions({ caller }: { caller: Caller }) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const { granted, isOperator, isComplete } = caller;
  const buckets = useMemo(() => reachedBuckets({ granted }, around), [granted, around]);
  const others = useMemo(() => resourceReach(granted, around), [granted, around]);
  const href = useCallback(
    ({ orgID, id }: ReachedBucket) => paths.bucket(server, orgID, id),
    [server],
  );
  if (isOperator) {
    return (
      <Text>
        Everything in every org, to users and their passwords too.{' '}
        <Anchor component={Link} underline="always" to={paths.access(server)}>
          Who else reaches what
        </Anchor>
      </Text>
    );
  }
  if (granted.length === 0) {
    return <Text c="dimmed">Nothing that could be found out without trying it.</Text>;
  }
  return (
    <Stack gap="md">
      <Text>
        {isComplete ? '' : 'At least: '}
        {summarySentence(granted, around)}
      </Text>
      <DataTable
        spec={spec}
        rows={buckets}
        href={href}
        empty={<Text c="dimmed">No bucket that this credential sees.</Text>}
      />
      {buckets.some(({ writes }) => writes) && (
        <Text size="xs" c="dimmed">
          {writeIncludes}
        </Text>
      )}
      <ResourceReachTable reach={others} />
    </Stack>
  );
}
