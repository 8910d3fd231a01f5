import { Text } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Org } from '@/api/orgs';
import { orgQueries } from '@/api/orgs';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { idColumn, timeColumn } from '@/ui/table/columns';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { TableSpec } from '@/ui/table/tableSpec';
import { DeleteOrgDialog } from './DeleteOrgDialog';

/** Times are missing where the org is known only by its id. */
type OrgRow = Pick<Org, 'id' | 'name'> & Partial<Org>;

const spec: TableSpec<OrgRow> = {
  noun: ['org', 'orgs'],
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'Name', width: 200, grows: true, text: ({ name }) => name },
    {
      key: 'description',
      label: 'Description',
      sparse: true,
      width: 260,
      grows: true,
      muted: true,
      text: ({ description = '' }) => description,
    },
    idColumn('org'),
    timeColumn('created', 'Created', ({ createdAt = '' }) => createdAt, 120),
    timeColumn('updated', 'Updated', ({ updatedAt = '' }) => updatedAt, 120),
  ],
};

export function OrgTable() {
  const { server = '' } = useParams();
  const { data: orgs } = useSuspenseQuery(orgQueries.all);
  const reached = useOrgs();
  const rows = useMemo<OrgRow[]>(() => {
    const known = new Set(orgs.map(({ id }) => id));
    const unread = reached.filter(({ id }) => !known.has(id));
    return [...orgs, ...unread.map(({ id, name = '(name not readable)' }) => ({ id, name }))];
  }, [orgs, reached]);
  const [deleting, setDeleting] = useState<OrgRow | null>(null);
  const { caller, can } = useCaller();
  const href = useCallback(({ id }: OrgRow) => paths.home(server, id), [server]);
  const menu = ({ id, ...rest }: OrgRow): RowAction[] => {
    const { answer, reason } = can(writeOf('orgs', { id }));
    const disabledReason = answer === 'no' ? reason : undefined;
    const read = can(readOf('orgs', { id }));
    const unread = read.answer === 'no' ? read.reason : undefined;
    return [
      { label: 'Buckets', to: paths.buckets(server, id) },
      { label: 'Settings', to: paths.org(server, id), disabledReason: unread },
      { label: 'Edit', to: paths.editOrg(server, id), disabledReason },
      { label: 'Copy id', onClick: () => void copyText(id) },
      {
        label: 'Delete',
        danger: true,
        disabledReason,
        onClick: () => setDeleting({ id, ...rest }),
      },
    ];
  };
  return (
    <>
      <DataTable spec={spec} rows={rows} href={href} menu={menu} empty={<NoOrgs />} />
      {!caller.isOperator && (
        <Text size="xs" c="dimmed">
          Orgs that this credential does not belong to are hidden from it.
        </Text>
      )}
      {deleting && (
        <DeleteOrgDialog
          org={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </>
  );
}

function NoOrgs() {
  return (
    <NothingHere title="No org is visible to this credential">
      Tokens for single buckets may read no org. Sign in with another credential to see more.
    </NothingHere>
  );
}
