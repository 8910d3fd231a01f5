import { queryOptions } from '@tanstack/react-query';
import { request } from './client';

/** Something an org holds. */
export interface OrgContent {
  kind: string;
  /** Of the things, where the list gives them. */
  names: readonly string[];
  count: number;
  /** There are more than the one page that was asked for. */
  isAtLeast: boolean;
}

interface Listing {
  kind: string;
  path: (orgID: string) => string;
  key: string;
  /** The most the server gives at once, where it gives not everything. */
  limit?: number;
  ofOrg?: boolean;
}

interface Listed {
  name?: string;
  description?: string;
  token?: string;
  id?: string;
  orgID?: string;
}

/** Deleting the org leaves these behind, without an org that could be opened to find them. */
const orphans: readonly Listing[] = [
  {
    kind: 'tokens',
    path: () => '/api/v2/authorizations',
    key: 'authorizations',
    ofOrg: true,
  },
  {
    kind: 'v1 users',
    path: () => '/private/legacy/authorizations',
    key: 'authorizations',
    ofOrg: true,
  },
  { kind: 'dashboards', path: () => '/api/v2/dashboards', key: 'dashboards', limit: 100 },
  { kind: 'variables', path: () => '/api/v2/variables', key: 'variables', limit: 100 },
  { kind: 'labels', path: () => '/api/v2/labels', key: 'labels' },
  { kind: 'checks', path: () => '/api/v2/checks', key: 'checks', limit: 100 },
  {
    kind: 'notification rules',
    path: () => '/api/v2/notificationRules',
    key: 'notificationRules',
    limit: 100,
  },
  { kind: 'Telegraf configurations', path: () => '/api/v2/telegrafs', key: 'configurations' },
  { kind: 'scrapers', path: () => '/api/v2/scrapers', key: 'configurations' },
  { kind: 'secrets', path: (orgID) => `/api/v2/orgs/${orgID}/secrets`, key: 'secrets' },
];

/** Tasks go with the org from 2.9 on and stay before that. */
const tasks: Listing = { kind: 'tasks', path: () => '/api/v2/tasks', key: 'tasks', limit: 500 };

/** A secret is only its key. */
function nameOf(row: Listed | string): string {
  if (typeof row === 'string') return row;
  return row.name ?? (row.description || row.token || row.id || '');
}

async function listed(listing: Listing, orgID: string, signal: AbortSignal): Promise<OrgContent> {
  const { kind, path, key, limit, ofOrg = false } = listing;
  const answer = await request<Record<string, (Listed | string)[] | null>>(path(orgID), {
    query: { ...(!ofOrg && { orgID }), limit },
    signal,
  });
  const rows = (answer[key] ?? []).filter(
    (row) => !ofOrg || (typeof row !== 'string' && row.orgID === orgID),
  );
  return { kind, names: rows.map(nameOf), count: rows.length, isAtLeast: rows.length === limit };
}

function query(listing: Listing, orgID: string) {
  return queryOptions({
    queryKey: ['orgContents', orgID, listing.kind],
    queryFn: ({ signal }) => listed(listing, orgID, signal),
  });
}

export const orgContentQueries = {
  orphans: (orgID: string) => orphans.map((listing) => query(listing, orgID)),
  tasks: (orgID: string) => query(tasks, orgID),
};
