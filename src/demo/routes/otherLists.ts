import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows } from '@/demo/auth';
import { compact, refuse, tabbed } from '@/demo/errors';
import { pathID } from '@/demo/pathIDs';
import type { DemoState } from '@/demo/state';

/** The key of the list, by path; these are always empty here. */
const OLD_LISTS = {
  tasks: 'tasks',
  variables: 'variables',
  telegrafs: 'configurations',
  scrapers: 'configurations',
  checks: 'checks',
  notificationRules: 'notificationRules',
  notificationEndpoints: 'notificationEndpoints',
} as const;

function absent(c: Context): never {
  refuse('not implemented', `the demo InfluxDB has no ${c.req.path.split('/')[3]}`);
}

/** Resources the demo does not have: their lists are empty, and nothing can be created. */
export function otherListRoutes(app: App, state: DemoState): void {
  for (const [type, key] of Object.entries(OLD_LISTS)) {
    const path = `/api/v2/${type}`;
    app.get(path, (c) => compact(c, { links: { self: path }, [key]: [] }));
    app.post(path, absent);
  }
  app.get('/api/v2/dashboards', (c) =>
    tabbed(c, { links: { self: '/api/v2/dashboards' }, dashboards: [] }),
  );
  app.post('/api/v2/dashboards', absent);
  app.get('/api/v2/remotes', (c) => tabbed(c, { remotes: null }));
  app.get('/api/v2/replications', (c) => tabbed(c, { replications: null }));

  app.get('/api/v2/orgs/:id/secrets', (c) => {
    const id = pathID(c, 'id');
    const readable =
      state.orgs.has(id) && allows(caller(c), { action: 'read', resource: { type: 'orgs', id } });
    if (!readable) refuse('not found', '404 page not found');
    const org = `/api/v2/orgs/${id}`;
    return tabbed(c, { links: { org, self: `${org}/secrets` }, secrets: [] });
  });
}
