import { Skeleton, Stack, Text } from '@mantine/core';
import { useCallback } from 'react';
import { useParams } from 'react-router-dom';
import { TokenClassBadge } from '@/components/TokenClassBadge';
import { paths } from '@/lib/paths';
import type { Credential } from '@/lib/surroundings';
import { DataTable } from '@/ui/table/DataTable';
import type { TableSpec } from '@/ui/table/tableSpec';
import { TimeAgo } from '@/ui/TimeAgo';
import { classOf } from './CredentialNames';
import { useOwned } from './useOwned';

const spec: TableSpec<Credential> = {
  noun: ['credential', 'credentials'],
  rowKey: ({ id }) => id,
  rowName: ({ name, id }) => name || id,
  sort: 'name',
  prefix: 'own-',
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 150,
      grows: true,
      text: ({ name }) => name || '(no description)',
    },
    {
      key: 'class',
      label: 'Class',
      width: 130,
      text: (credential) => classOf(credential).class,
      cell: (credential) => <TokenClassBadge classification={classOf(credential)} />,
    },
    { key: 'org', label: 'Org', width: 90, text: ({ org }) => org },
    { key: 'status', label: 'Status', width: 76, search: 'no', text: ({ status }) => status },
    {
      key: 'created',
      label: 'Created',
      search: 'no',
      width: 90,
      muted: true,
      text: ({ createdAt }) => createdAt,
      cell: ({ createdAt }) => <TimeAgo time={createdAt} />,
    },
  ],
  facets: [
    { key: 'class', label: 'Class', of: (credential) => classOf(credential).class },
    { key: 'org', label: 'Org', of: ({ org }) => org },
    { key: 'status', label: 'Status', of: ({ status }) => status },
  ],
};

/** The tokens and v1 users of one user. */
export function OwnedTable({ userID }: { userID: string }) {
  const { server = '' } = useParams();
  const { credentials, isPending, hidden } = useOwned(userID);
  const href = useCallback(
    ({ kind, id }: Credential) =>
      kind === 'token' ? paths.token(server, id) : paths.v1User(server, id),
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
