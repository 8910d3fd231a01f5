import type { Credential, Surroundings } from '@/lib/surroundings';
import { countColumn } from '@/ui/table/columns';
import type { TableSpec } from '@/ui/table/tableSpec';

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

export const orgSpec: TableSpec<OrgRow> = {
  noun: ['org', 'orgs'],
  prefix: 'o-',
  rowKey: ({ id }) => id,
  rowName: ({ name }) => name,
  sort: 'name',
  columns: [
    { key: 'name', label: 'Org', width: 180, grows: true, text: ({ name }) => name },
    countColumn('buckets', 'Buckets', ({ buckets }) => buckets),
    countColumn('tokens', 'Tokens', ({ tokens }) => tokens),
    countColumn('v1Users', 'v1 users', ({ v1Users }) => v1Users),
  ],
};
