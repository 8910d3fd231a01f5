import { Stack, Text } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { SomeOnly } from '@/components/access/SomeOnly';
import { useAccess } from '@/components/useAccess';
import { useSurroundings } from '@/components/useSurroundings';
import type { Access } from '@/lib/accessLookup';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { LoadingLines } from '@/ui/LoadingLines';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { BucketTotalsRow } from './bucketTotalsSpec';
import { bucketTotalsSpec } from './bucketTotalsSpec';

function totalsRows({ buckets, counts }: Access, orgs: Surroundings['orgs']): BucketTotalsRow[] {
  return buckets.flatMap((bucket) => {
    const counted = counts(bucket.id);
    return counted ? [{ ...bucket, ...counted, org: orgName(bucket.orgID, { orgs }) }] : [];
  });
}

export function BucketTotalsTable() {
  const { server = '' } = useParams();
  const { orgs } = useSurroundings();
  const access = useAccess();
  const rows = useMemo(() => access && totalsRows(access, orgs), [access, orgs]);
  const href = useCallback(({ id }: BucketTotalsRow) => paths.bucketAccess(server, id), [server]);
  if (!rows) return <LoadingLines lines={10} />;
  return (
    <Stack gap="xs">
      <DataTable
        spec={bucketTotalsSpec}
        rows={rows}
        href={href}
        empty={
          <NothingHere title="No bucket is visible to this credential">
            Sign in with another credential to see more.
          </NothingHere>
        }
      />
      <Text size="xs" c="dimmed">
        Counted are tokens and v1 users. Own readers and writers are those that are neither operator
        nor all-access tokens; sessions of users come besides, and stand on the page of each bucket.
      </Text>
      <SomeOnly />
    </Stack>
  );
}
