import { Text } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useParams } from 'react-router-dom';
import type { EveryMember } from '@/api/members';
import { memberQueries } from '@/api/members';
import { tokenQueries } from '@/api/tokens';
import type { User } from '@/api/users';
import { userQueries } from '@/api/users';
import { v1UserQueries } from '@/api/v1Users';
import { tokensOf } from '@/components/tokensOf';
import { useCaller } from '@/components/useCaller';
import { useOrgs } from '@/components/useOrgs';
import { counted } from '@/lib/counted';
import { paths } from '@/lib/paths';
import { readOf, writeOf } from '@/lib/permissions';
import { copyText } from '@/ui/copyText';
import { NothingHere } from '@/ui/NothingHere';
import { DataTable } from '@/ui/table/DataTable';
import type { RowAction } from '@/ui/table/RowMenu';
import { DeleteUserDialog } from './DeleteUserDialog';
import { userRows } from './userRows';
import type { LinkedUser } from './userSpec';
import { userSpec } from './userSpec';
import { UserStatusDialog } from './UserStatusDialog';

/** The table waits for the users alone; roles and counts come in as they are known. */
function useRows(): { rows: LinkedUser[]; members: EveryMember | undefined; orgCount: number } {
  const { server = '' } = useParams();
  const { caller } = useCaller();
  const orgs = useOrgs();
  const { data: users } = useSuspenseQuery(userQueries.all);
  const { data: members } = useQuery(memberQueries.inOrgs(orgs.map(({ id }) => id)));
  const { data: tokens } = useQuery(tokenQueries.all);
  const { data: v1Users } = useQuery(v1UserQueries.all);
  const callerID = caller.user?.id;
  const rows = useMemo(() => {
    const names = new Map(orgs.map(({ id, name = id }) => [id, name]));
    return userRows({ users, members, orgs: names, tokens, v1Users, callerID }).map((row) => ({
      ...row,
      tokensTo: tokensOf(server, row),
      v1UsersTo: paths.v1Users(server, row.name),
    }));
  }, [users, members, orgs, tokens, v1Users, callerID, server]);
  return { rows, members, orgCount: orgs.length };
}

export function UserTable() {
  const { server = '' } = useParams();
  const { caller, can } = useCaller();
  const { rows, members, orgCount } = useRows();
  const [deleting, setDeleting] = useState<User | null>(null);
  const [switching, setSwitching] = useState<User | null>(null);
  const href = useCallback(({ id }: User) => paths.user(server, id), [server]);
  const menu = (user: LinkedUser): RowAction[] => {
    const { id, status, tokensTo } = user;
    const { answer, reason } = can(writeOf('users', { id }));
    const disabledReason = answer === 'no' ? reason : undefined;
    return [
      { label: 'Access', to: paths.userAccess(server, id) },
      { label: 'Tokens', to: tokensTo },
      { label: 'Rename', to: paths.editUser(server, id), disabledReason },
      { label: 'Set password', to: paths.userPassword(server, id), disabledReason },
      { label: 'Copy id', onClick: () => void copyText(id) },
      {
        label: status === 'active' ? 'Deactivate' : 'Activate',
        disabledReason,
        onClick: () => setSwitching(user),
      },
      { label: 'Delete', danger: true, disabledReason, onClick: () => setDeleting(user) },
    ];
  };
  return (
    <>
      <DataTable spec={userSpec} rows={rows} href={href} menu={menu} empty={<NoUsers />} />
      <MembersKnown members={members} orgCount={orgCount} />
      {!caller.isOperator && can(readOf('users')).answer !== 'yes' && (
        <Text size="xs" c="dimmed">
          Only operators list all users. Shown are those this credential may read, and the members
          of the orgs it sees.
        </Text>
      )}
      {switching && <UserStatusDialog user={switching} onClose={() => setSwitching(null)} />}
      {deleting && (
        <DeleteUserDialog
          user={deleting}
          onClose={() => setDeleting(null)}
          onDeleted={() => setDeleting(null)}
        />
      )}
    </>
  );
}

interface MembersKnownProps {
  members: EveryMember | undefined;
  orgCount: number;
}

/** How far the roles are known. */
function MembersKnown({ members, orgCount }: MembersKnownProps) {
  const hidden = members?.hidden.length ?? 0;
  const asked = (members?.byOrg.size ?? 0) + hidden;
  return (
    <Text size="xs" c="dimmed" component="output">
      {!members?.isComplete &&
        `Roles: ${counted(asked, 'org')} of ${counted(orgCount, 'org')} asked so far.`}
      {members?.isComplete &&
        hidden > 0 &&
        `The members of ${counted(hidden, 'org')} are hidden from this credential.`}
    </Text>
  );
}

function NoUsers() {
  return (
    <NothingHere title="No user is visible to this credential">
      It may read no user, not even its own, and sees the members of no org. Sign in with an
      operator token to see all.
    </NothingHere>
  );
}
