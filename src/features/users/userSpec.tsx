import { Badge } from '@mantine/core';
import { Link } from 'react-router-dom';
import { countText } from '@/lib/counted';
import { IdCell } from '@/ui/table/IdCell';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { UserRow } from './userRows';
import { rolesText } from './userRows';
import classes from './users.module.css';

/** A row with where its counts lead. */
export interface LinkedUser extends UserRow {
  tokensTo: string;
  v1UsersTo: string;
}

const count = (of: number | undefined) => (of === undefined ? '' : countText(of));

export const userSpec: TableSpec<LinkedUser> = {
  noun: ['user', 'users'],
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    {
      key: 'name',
      label: 'Name',
      width: 180,
      grows: true,
      text: ({ name }) => name,
      cell: ({ name, isCaller }) => (isCaller ? <Own name={name} /> : name),
    },
    { key: 'status', label: 'Status', width: 88, search: 'no', text: ({ status }) => status },
    {
      key: 'orgs',
      label: 'Orgs and roles',
      width: 260,
      grows: true,
      text: rolesText,
      order: ({ roles }) => roles.length,
    },
    {
      key: 'tokens',
      label: 'Tokens',
      width: 80,
      align: 'right',
      search: 'no',
      text: ({ tokens }) => count(tokens),
      order: ({ tokens }) => tokens ?? -1,
      cell: ({ tokens, tokensTo }) => <Count of={tokens} to={tokensTo} />,
    },
    {
      key: 'v1',
      label: 'v1 users',
      width: 80,
      align: 'right',
      search: 'no',
      text: ({ v1Users }) => count(v1Users),
      order: ({ v1Users }) => v1Users ?? -1,
      cell: ({ v1Users, v1UsersTo }) => <Count of={v1Users} to={v1UsersTo} />,
    },
    {
      key: 'id',
      label: 'Id',
      search: 'id',
      width: 164,
      mono: true,
      muted: true,
      text: ({ id }) => id,
      cell: ({ id }) => <IdCell id={id} of="user" />,
    },
  ],
  facets: [
    { key: 'status', label: 'Status', of: ({ status }) => status },
    { key: 'org', label: 'Org', of: orgNames },
    { key: 'role', label: 'Role', of: roleNames },
  ],
};

function orgNames({ roles }: LinkedUser): readonly string[] {
  return roles.length === 0 ? ['no org'] : roles.map(({ org }) => org);
}

function roleNames({ roles }: LinkedUser): readonly string[] {
  return [...new Set(roles.map(({ role }) => role))];
}

function Count({ of, to }: { of: number | undefined; to: string }) {
  if (!of) return count(of);
  return (
    <Link to={to} className={classes.count} tabIndex={-1}>
      {countText(of)}
    </Link>
  );
}

function Own({ name }: { name: string }) {
  return (
    <>
      {name}{' '}
      <Badge size="xs" variant="light" color="gray" tt="none">
        you
      </Badge>
    </>
  );
}
