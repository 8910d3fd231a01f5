import { Stack } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { SomeOnly } from '@/components/access/SomeOnly';
import { useCredentials } from '@/components/useCredentials';
import { useSurroundings } from '@/components/useSurroundings';
import { paths } from '@/lib/paths';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { OrgRow } from './orgSpec';
import { orgRows, orgSpec } from './orgSpec';
import type { UserRow } from './userRows';
import { userRows } from './userRows';
import { userSpec } from './userSpec';

export function UserTotalsTable() {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const credentials = useCredentials();
  const rows = useMemo(() => userRows(credentials, around), [credentials, around]);
  const href = useCallback(({ id }: UserRow) => paths.userAccess(server, id), [server]);
  return (
    <Stack gap="xs">
      <DataTable
        spec={userSpec}
        rows={rows}
        href={href}
        empty={<NothingHere title="No user is visible to this credential" />}
      />
      <SomeOnly />
    </Stack>
  );
}

export function OrgTotalsTable() {
  const { server = '' } = useParams();
  const around = useSurroundings();
  const credentials = useCredentials();
  const rows = useMemo(() => orgRows(credentials, around), [credentials, around]);
  const href = useCallback(({ id }: OrgRow) => paths.orgAccess(server, id), [server]);
  return (
    <Stack gap="xs">
      <DataTable
        spec={orgSpec}
        rows={rows}
        href={href}
        empty={<NothingHere title="No org is visible to this credential" />}
      />
      <SomeOnly />
    </Stack>
  );
}
