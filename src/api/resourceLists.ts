import type { QueryClient } from '@tanstack/react-query';
import { queryOptions } from '@tanstack/react-query';
import { compareNatural } from '@/lib/naturalOrder';
import { bucketQueries } from './buckets';
import { request } from './client';
import { orgQueries } from './orgs';
import { allPages } from './pages';
import { tokenQueries } from './tokens';
import { userQueries } from './users';

/** Something that a permission can name by its id. */
export interface NamedResource {
  id: string;
  name: string;
}

interface Place {
  client: QueryClient;
  orgID: string;
  signal: AbortSignal;
}

type Read = (place: Place) => Promise<NamedResource[]>;

const named = (rows: readonly NamedResource[]) => rows.map(({ id, name }) => ({ id, name }));

/** In pages of at most a hundred. */
function paged(type: string): Read {
  return async ({ orgID, signal }) =>
    named(await allPages<NamedResource>(`/api/v2/${type}`, type, { orgID }, signal));
}

/** In one answer; `null` stands for no rows (remotes, replications). */
function whole(path: string, key: string): Read {
  return async ({ orgID, signal }) => {
    const answer = await request<Record<string, NamedResource[] | null | undefined>>(path, {
      query: { orgID },
      signal,
    });
    return named(answer[key] ?? []);
  };
}

const mostTasks = 500;

/** The only list that goes on after an id. */
const tasks: Read = async ({ orgID, signal }) => {
  const rows: NamedResource[] = [];
  let last: readonly NamedResource[] = [];
  do {
    const query = { orgID, limit: mostTasks, after: rows.at(-1)?.id };
    last = (await request<{ tasks: NamedResource[] }>('/api/v2/tasks', { query, signal })).tasks;
    rows.push(...last);
  } while (last.length === mostTasks);
  return named(rows);
};

interface AnnotationStream {
  annotations: readonly { id: string; summary: string }[];
}

const annotations: Read = async ({ orgID, signal }) => {
  const streams = await request<AnnotationStream[]>('/api/v2private/annotations', {
    query: { orgID },
    signal,
  });
  return streams.flatMap((stream) =>
    stream.annotations.map(({ id, summary }) => ({ id, name: summary })),
  );
};

/** By resource type. What is not here has no list: types of newer servers, secrets (no ids), views, documents, dbrp. */
const lists: Readonly<Record<string, Read>> = {
  buckets: async ({ client, orgID }) => named(await client.fetchQuery(bucketQueries.inOrg(orgID))),
  orgs: async ({ client }) => named(await client.fetchQuery(orgQueries.all)),
  users: async ({ client }) => named(await client.fetchQuery(userQueries.all)),
  authorizations: async ({ client, orgID }) =>
    (await client.fetchQuery(tokenQueries.all))
      .filter((token) => token.orgID === orgID)
      .map(({ id, description }) => ({ id, name: description })),
  dashboards: paged('dashboards'),
  variables: paged('variables'),
  checks: paged('checks'),
  notificationRules: paged('notificationRules'),
  notificationEndpoints: paged('notificationEndpoints'),
  tasks,
  telegrafs: whole('/api/v2/telegrafs', 'configurations'),
  scrapers: whole('/api/v2/scrapers', 'configurations'),
  labels: whole('/api/v2/labels', 'labels'),
  sources: whole('/api/v2/sources', 'sources'),
  remotes: whole('/api/v2/remotes', 'remotes'),
  replications: whole('/api/v2/replications', 'replications'),
  notebooks: whole('/api/v2private/notebooks', 'flows'),
  annotations,
};

export function hasList(type: string): boolean {
  return type in lists;
}

export const resourceQueries = {
  /** Everything of the type that the caller sees in the org, by name. Orgs and users: everywhere. */
  inOrg: (type: string, orgID: string) =>
    queryOptions({
      queryKey: ['resources', type, orgID],
      queryFn: async ({ client, signal }) => {
        const rows = (await lists[type]?.({ client, orgID, signal })) ?? [];
        return rows.toSorted((a, b) => compareNatural(a.name, b.name));
      },
    }),
};
