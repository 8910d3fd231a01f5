import { Anchor, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router-dom';
import type { Caller } from '@/api/caller';
import { ResourceReachTable } from '@/components/access/ResourceReachTable';
import { useSurroundings } from '@/components/useSurroundings';
import { bucketReach } from '@/lib/bucketReach';
import { paths } from '@/lib/paths';
import { resourceReach } from '@/lib/resourceReach';
import { summarySentence, writeIncludes } from '@/lib/summarySentence';
import type { Surroundings } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { TableSpec } from '@/ui/table/tableSpec';

interface ReachedBucket {
  id: string;
  name: string;
  org: string;
  orgID: string;
  rights: string;
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
    { key: 'rights', label: 'I may', width: 130, text: ({ rights }) => rights },
  ],
  facets: [
    { key: 'org', label: 'Org', of: ({ org }) => org },
    { key: 'rights', label: 'I may', of: ({ rights }) => rights },
  ],
};

function reachedBuckets(
  { granted }: Pick<Caller, 'granted'>,
  { buckets, orgs }: Surroundings,
): ReachedBucket[] {
  return bucketReach(granted, buckets.values()).map(({ bucket, read, write }) => ({
    ...bucket,
    org: orgs.get(bucket.orgID) ?? bucket.orgID,
    rights: [...(read ? ['read'] : []), ...(write ? ['write'] : [])].join(' and '),
  }));
}

export function MyPermissions({ caller }: { caller: Caller }) {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const { granted, isOperator, isComplete } = caller;
  const buckets = useMemo(() => reachedBuckets({ granted }, around), [granted, around]);
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
        href={({ orgID, id }) => paths.bucket(server, orgID, id)}
        empty={<Text c="dimmed">No bucket that this credential sees.</Text>}
      />
      {buckets.some(({ rights }) => rights.includes('write')) && (
        <Text size="xs" c="dimmed">
          {writeIncludes}
        </Text>
      )}
      <ResourceReachTable reach={resourceReach(granted, around)} />
    </Stack>
  );
}
