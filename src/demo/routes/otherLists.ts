import type { Context } from 'hono';
import type { App } from '@/demo/app';
import { compact, refuse, tabbed } from '@/demo/errors';

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
export function otherListRoutes(app: App): void {
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
}
