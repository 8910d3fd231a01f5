import type { App } from '@/demo/app';
import { DOCS_PAGE } from '@/demo/docsPage';
import { plainText } from '@/demo/errors';
import { goDuration } from '@/demo/goDuration';
import { rfc3339 } from '@/demo/ids';
import type { DemoState } from '@/demo/state';

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' };
const HTML_TYPE = { 'Content-Type': 'text/html; charset=utf-8' };
const PROFILES_PAGE =
  '<html>\n<head>\n<title>/debug/pprof/</title>\n</head>\n<body>\n/debug/pprof/\n</body>\n</html>\n';
const METRICS_TYPE = {
  'Content-Type': 'text/plain; version=0.0.4; charset=utf-8; escaping=values',
};

function metrics(state: DemoState): string {
  const lines = [
    '# HELP go_info Information about the Go environment.',
    '# TYPE go_info gauge',
    'go_info{version="go1.25"} 1',
    '# HELP influxdb_buckets_total Number of total buckets on the server',
    '# TYPE influxdb_buckets_total counter',
    `influxdb_buckets_total ${state.buckets.size}`,
    '# HELP influxdb_info Information about the influxdb environment.',
    '# TYPE influxdb_info gauge',
    `influxdb_info{arch="amd64",build_date="",commit="demo",cpus="1",os="linux",version="v${state.version}"} 1`,
    '# HELP influxdb_organizations_total Number of total organizations on the server',
    '# TYPE influxdb_organizations_total counter',
    `influxdb_organizations_total ${state.orgs.size}`,
    '# HELP influxdb_tokens_total Number of total tokens on the server',
    '# TYPE influxdb_tokens_total counter',
    `influxdb_tokens_total ${state.tokens.size}`,
    '# HELP influxdb_uptime_seconds influxdb process uptime in seconds',
    '# TYPE influxdb_uptime_seconds gauge',
    `influxdb_uptime_seconds{id=""} ${(state.now() - state.startedAt) / 1000}`,
    '# HELP influxdb_users_total Number of total users on the server',
    '# TYPE influxdb_users_total counter',
    `influxdb_users_total ${state.users.size}`,
    '# HELP storage_shard_disk_size Gauge of the disk size for the shard',
    '# TYPE storage_shard_disk_size gauge',
    ...[...state.buckets.keys()].map(
      (id) => `storage_shard_disk_size{bucket="${id}",engine="tsm1",id="1",path="",walPath=""} 0`,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** Outside authentication and CORS. */
export function probeRoutes(app: App, state: DemoState): void {
  app.all('/health/*', (c) =>
    c.body(
      `{"name":"influxdb", "message":"ready for queries and writes", "status":"pass", "checks":[], "version": "v${state.version}", "commit": "demo"}\n`,
      200,
      JSON_TYPE,
    ),
  );
  app.all('/ready/*', (c) => {
    const answer = {
      status: 'ready',
      started: rfc3339(state.startedAt),
      up: goDuration(Math.max(state.now() - state.startedAt, 0)),
    };
    return c.body(`${JSON.stringify(answer, null, 4)}\n`, 200, JSON_TYPE);
  });
  app.all('/metrics/*', (c) => c.body(metrics(state), 200, METRICS_TYPE));
  app.all('/:docs{docs[^/]*}/*', (c) => c.body(DOCS_PAGE, 200, HTML_TYPE));
  // Profiles are those of a Go program: there is none.
  app.all('/debug/*', (c) => {
    const profile = /^\/debug\/pprof(\/.*)?$/.exec(c.req.path);
    if (!profile) return plainText(c, '404 page not found\n', 404);
    if ((profile[1] ?? '/') === '/') {
      return c.body(PROFILES_PAGE, 200, { ...HTML_TYPE, 'X-Content-Type-Options': 'nosniff' });
    }
    c.header('X-Go-Pprof', '1');
    return plainText(c, 'Unknown profile\n', 404);
  });
  app.all('/ping', (c) => {
    const { method } = c.req;
    if (method === 'GET' || method === 'HEAD') return c.body(null, 204);
    c.header('Allow', 'GET, HEAD, OPTIONS');
    if (method === 'OPTIONS') return c.body(null, 200);
    return plainText(c, 'Method Not Allowed\n', 405);
  });
}
