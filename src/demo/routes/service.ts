import { caller, withoutAssets } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows } from '@/demo/auth';
import { compact, compactText, refuse, tabbed } from '@/demo/errors';
import { RESOURCE_TYPES, operatorPermissions } from '@/demo/permissions';
import { serverConfig } from '@/demo/serverConfig';
import type { DemoState } from '@/demo/state';

const LINKS = {
  authorizations: '/api/v2/authorizations',
  backup: '/api/v2/backup',
  buckets: '/api/v2/buckets',
  checks: '/api/v2/checks',
  dashboards: '/api/v2/dashboards',
  delete: '/api/v2/delete',
  external: { statusFeed: 'https://www.influxdata.com/feed/json' },
  flags: '/api/v2/flags',
  labels: '/api/v2/labels',
  me: '/api/v2/me',
  notificationEndpoints: '/api/v2/notificationEndpoints',
  notificationRules: '/api/v2/notificationRules',
  orgs: '/api/v2/orgs',
  plugins: '/api/v2/telegraf/plugins',
  query: {
    analyze: '/api/v2/query/analyze',
    ast: '/api/v2/query/ast',
    self: '/api/v2/query',
    suggestions: '/api/v2/query/suggestions',
  },
  restore: '/api/v2/restore',
  scrapers: '/api/v2/scrapers',
  setup: '/api/v2/setup',
  signin: '/api/v2/signin',
  signout: '/api/v2/signout',
  sources: '/api/v2/sources',
  swagger: '/api/v2/swagger.json',
  system: { debug: '/debug/pprof', health: '/health', metrics: '/metrics' },
  tasks: '/api/v2/tasks',
  telegrafs: '/api/v2/telegrafs',
  users: '/api/v2/users',
  variables: '/api/v2/variables',
  write: '/api/v2/write',
};

const FLAGS = {
  appMetrics: false,
  cursorAtEOF: false,
  newAutoRefresh: true,
  refreshSingleCell: true,
  timeFilterFlags: false,
};

export function serviceRoutes(app: App, state: DemoState): void {
  app.all('/api/v2', (c) => compact(c, LINKS));
  // Mounted as a whole: any method, and any path below.
  app.all('/api/v2/flags/*', (c) => compact(c, FLAGS));
  app.all('/api/v2/resources/*', (c) =>
    c.body(`${compactText(RESOURCE_TYPES)}\n`, 200, { 'Content-Type': 'application/json' }),
  );
  app.all('/api/v2/swagger.json/*', withoutAssets);
  app.get('/api/v2/config', (c) => {
    const who = caller(c);
    if (!operatorPermissions().every((permission) => allows(who, permission))) {
      refuse('unauthorized', 'access to /api/v2/config requires operator permissions');
    }
    return tabbed(c, { config: serverConfig(state) });
  });
}
