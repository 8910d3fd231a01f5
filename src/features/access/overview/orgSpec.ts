import { countText } from '@/lib/counted';
import type { Credential, Surroundings } from '@/lib/surroundings';
import type { Column, TableSpec } from '@/ui/table/tableSpec';

export interface OrgRow {
  id: string;
  name: string;
  buckets: number;
  tokens: number;
  v1Users: number;
}

export function orgRows(
  credentials: readonly Credential[],
  { orgs, buckets }: Surroundings,
): OrgRow[] {
  const rows = new Map<string, OrgRow>();
  for (const [id, name] of orgs) rows.set(id, { id, name, buckets: 0, tokens: 0, v1Users: 0 });
  for (const { orgID, type } of buckets.values()) {
    const row = rows.get(orgID);
    if (row && type === 'user') row.buckets += 1;
  }
  for (const { orgID, kind } of credentials) {
    const row = rows.get(orgID);
    if (row) row[kind === 'token' ? 'tokens' : 'v1Users'] += 1;
  }
  return [...rows.values()];
}

function count(key: 'buckets' | 'tokens' | 'v1Users', label: string): Column<OrgRow> {
  return {
    key,
    label,
    width: 100,
    align: 'right',
    search: 'no',
    text: (row) => countText(row[key]),
    order: (row) => row[key],
  };
}

export const orgSpec: TableSpec<OrgRow> = {
  noun: ['org', 'orgs'],
  prefix: 'o-',
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'Org', width: 180, grows: true, text: ({ name }) => name },
    count('buckets', 'Buckets'),
    count('tokens', 'Tokens'),
    count('v1Users', 'v1 users'),
  ],
};
