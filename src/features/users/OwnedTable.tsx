import { Skeleton, Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { statusColumn, statusFacet } from '@/components/statusColumn';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { credentialName, nameOrId } from '@/lib/credentialName';
import { paths } from '@/lib/paths';
import { DataTable } from '@/ui/table/DataTable';
import { timeColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { OwnedCredential } from './useOwned';
import { useOwned } from './useOwned';

const spec: TableSpec<OwnedCredential> = {
  noun: ['credential', 'credentials'],
  rowKey: ({ id }) => id,
  rowName: nameOrId,
  sort: 'name',
  prefix: 'own-',
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 150,
      grows: true,
      text: credentialName,
    },
    {
      key: 'class',
      label: 'Class',
      width: 130,
      text: ({ classification }) => classification.class,
      cell: ({ classification }) => <TokenClassBadge classification={classification} />,
    },
    { key: 'org', label: 'Org', width: 90, text: ({ org }) => org },
    statusColumn,
    timeColumn('created', 'Created', ({ createdAt }) => createdAt),
  ],
  facets: [
    { key: 'class', label: 'Class', of: ({ classification }) => classification.class },
    { key: 'org', label: 'Org', of: ({ org }) => org },
    statusFacet,
  ],
};

/** The tokens and v1 users of one user. */
export function OwnedTable({ userID }: { userID: string }) {
  const { server = '' } = useParams();
  const { credentials, isPending, hidden } = useOwned(userID);
  const href = useCallback(
    (credential: OwnedCredential) => paths.credential(server, credential),
    [server],
  );
  if (isPending) return <Skeleton height={80} />;
  return (
    <Stack gap="xs">
      <DataTable
        spec={spec}
        rows={credentials}
        href={href}
        empty={<Text c="dimmed">No token or v1 user that this credential sees.</Text>}
      />
      {hidden.length > 0 && (
        <Text size="xs" c="dimmed">
          This credential cannot list {hidden.join(' and ')}.
        </Text>
      )}
    </Stack>
  );
}
