import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { Member } from '@/api/members';
import { memberQueries, otherRole } from '@/api/members';
import type { Org } from '@/api/orgs';
import { statusColumn, statusFacet } from '@/components/statusColumn';
import { useCaller } from '@/components/useCaller';
import { paths } from '@/lib/paths';
import { writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { idColumn } from '@/ui/table/columns';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import type { TableSpec } from '@/ui/table/tableSpec';
import { ChangeRoleDialog } from './ChangeRoleDialog';
import { memberRisks } from './memberRisks';
import { RemoveMemberDialog } from './RemoveMemberDialog';

const spec: TableSpec<Member> = {
  noun: ['member', 'members'],
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'User', width: 160, grows: true, text: ({ name }) => name },
    { key: 'role', label: 'Role', width: 100, text: ({ role }) => role },
    statusColumn,
    idColumn('user'),
  ],
  facets: [{ key: 'role', label: 'Role', of: ({ role }) => role }, statusFacet],
};

/** What is asked about, and of whom. */
interface Asked {
  what: 'role' | 'removal';
  member: Member;
}

export function MemberTable({ org }: { org: Org }) {
  const { server = '' } = useParams();
  const { data: members } = useSuspenseQuery(memberQueries.inOrg(org.id));
  const { caller, can } = useCaller();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Asked | null>(null);
  const href = useCallback(({ id }: Member) => paths.user(server, id), [server]);
  const { answer, reason } = can(writeOf('orgs', { orgID: org.id, id: org.id }));
  const disabledReason = answer === 'no' ? reason : undefined;
  const menu = (member: Member): RowAction[] => [
    { label: 'Access', to: paths.userAccess(server, member.id) },
    { label: 'Copy id', onClick: () => void copyText(member.id) },
    {
      label: `Make ${otherRole(member.role)}`,
      disabledReason,
      onClick: () => setAsked({ what: 'role', member }),
    },
    {
      label: 'Remove',
      danger: true,
      disabledReason,
      onClick: () => setAsked({ what: 'removal', member }),
    },
  ];
  const dialog = asked && {
    org,
    member: asked.member,
    risks: memberRisks(asked.member, members, caller.user?.id),
    onClose: () => setAsked(null),
    // Half of it may have happened.
    onFailed: () => void client.invalidateQueries(memberQueries.inOrg(org.id)),
  };
  return (
    <>
      <DataTable spec={spec} rows={members} href={href} menu={menu} empty={<Nobody />} />
      {dialog && asked.what === 'role' && <ChangeRoleDialog {...dialog} />}
      {dialog && asked.what === 'removal' && <RemoveMemberDialog {...dialog} />}
    </>
  );
}

function Nobody() {
  return (
    <NothingHere title="Nobody belongs to this org">
      Only operators, and the tokens and v1 users made for it, reach what it holds.
    </NothingHere>
  );
}
