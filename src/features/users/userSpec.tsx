import { Badge } from '@mantine/core';
import { statusColumn, statusFacet } from '@/components/statusColumn';
import { countText } from '@/lib/counted';
import { CellLink } from '@/ui/table/CellLink';
import { countColumn, idColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { UserRow } from './userRows';
import { rolesText } from './userRows';

/** A row with where its counts lead. */
export interface LinkedUser extends UserRow {
  tokensTo: string;
  v1UsersTo: string;
}

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
    statusColumn,
    {
      key: 'orgs',
      label: 'Orgs and roles',
      width: 260,
      grows: true,
      text: rolesText,
      order: ({ roles }) => roles.length,
    },
    {
      ...countColumn<LinkedUser>('tokens', 'Tokens', ({ tokens }) => tokens),
      cell: ({ tokens, tokensTo }) => <Count of={tokens} to={tokensTo} />,
    },
    {
      ...countColumn<LinkedUser>('v1', 'v1 users', ({ v1Users }) => v1Users),
      cell: ({ v1Users, v1UsersTo }) => <Count of={v1Users} to={v1UsersTo} />,
    },
    idColumn('user'),
  ],
  facets: [
    statusFacet,
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
  if (!of) return of;
  return <CellLink to={to}>{countText(of)}</CellLink>;
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
