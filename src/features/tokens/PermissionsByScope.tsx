import { Badge } from '@mantine/core';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { paths } from '@/lib/paths';
import { typeWords } from '@/lib/permissionWords';
import type { Surroundings } from '@/lib/surroundings';
import { NothingHere } from '@/ui/NothingHere';
import { CellLink } from '@/ui/table/CellLink';
import { DataTable } from '@/ui/table/DataTable';
import type { TableSpec } from '@/ui/table/tableSpec';
import type { PermissionScope } from './permissionScopes';
import { permissionScopes } from './permissionScopes';
import { tickColumn } from './tickColumn';
import type { TokenRow } from './tokenRows';

interface ScopeRow extends PermissionScope {
  /** Of the type, in the server's order. */
  order: number;
  to?: string;
}

const scopes = { Global: 'danger', Org: 'all-access', Resource: 'gray' };

function nameText({ name, isGone, isIdle }: ScopeRow): string {
  if (isGone) return `${name} (gone)`;
  return isIdle ? `${name}: matches nothing, as the server asks by id` : name;
}

const spec: TableSpec<ScopeRow> = {
  noun: ['permission', 'permissions'],
  rowKey: ({ key }) => key,
  rowName: ({ resource, name }) => `${typeWords(resource.type)} ${name}`,
  sort: 'type',
  prefix: 'p-',
  plainUpTo: 30,
  columns: [
    {
      key: 'type',
      label: 'Type',
      width: 104,
      grows: true,
      text: ({ resource }) => typeWords(resource.type),
      order: ({ order }) => order,
    },
    tickColumn('read', 'Read', ({ reads }) => reads),
    tickColumn('write', 'Write', ({ writes }) => writes),
    {
      key: 'scope',
      label: 'Scope',
      width: 104,
      text: ({ scope }) => scope,
      cell: ({ scope }) => <Badge color={scopes[scope]}>{scope}</Badge>,
    },
    {
      key: 'resource',
      label: 'Resource',
      width: 120,
      grows: true,
      text: nameText,
      cell: (row) =>
        row.to === undefined ? (
          nameText(row)
        ) : (
          <CellLink to={row.to} isTabStop>
            {row.name}
          </CellLink>
        ),
    },
  ],
  facets: [
    { key: 'type', label: 'Type', of: ({ resource }) => typeWords(resource.type) },
    { key: 'scope', label: 'Scope', of: ({ scope }) => scope },
  ],
};

/** Where the screen of a resource is, for those that have one. */
function placeOf(
  server: string,
  { resource, scope, isGone }: PermissionScope,
  { buckets }: Surroundings,
): string | undefined {
  const { type, orgID, id } = resource;
  if (scope === 'Org' && orgID !== undefined) return paths.home(server, orgID);
  if (id === undefined || isGone) return undefined;
  const bucket = type === 'buckets' ? buckets.get(id) : undefined;
  if (bucket) return paths.bucket(server, bucket.orgID, id);
  if (type === 'orgs') return paths.home(server, id);
  return type === 'users' ? paths.user(server, id) : undefined;
}

export interface PermissionsByScopeProps {
  row: TokenRow;
  around: Surroundings;
}

export function PermissionsByScope({ row, around }: PermissionsByScopeProps) {
  const { server = '' } = useParams();
  const rows = useMemo(
    () =>
      permissionScopes(row.permissions, around).map((scope, order): ScopeRow => {
        const to = placeOf(server, scope, around);
        return { ...scope, order, ...(to !== undefined && { to }) };
      }),
    [row.permissions, around, server],
  );
  return <DataTable spec={spec} rows={rows} empty={<NothingHere title="No permissions" />} />;
}
