import { Hono } from 'hono';
import type { DemoMount } from '@/demo/mounts/node';
import type { HeadgateJson } from '@/lib/headgateJson';
import { accessLog } from './accessLog';
import type { GatewayConfig } from './config';
import { isKnownHost } from './hosts';
import { servePages } from './pages';
import { forward } from './proxy';
import type { ProxyTarget } from './proxy';
import { httpUpstream } from './upstream';

type Settings = Pick<GatewayConfig, 'servers' | 'basePath' | 'allowedHosts'>;

interface Surroundings {
  version: string;
  demo?: DemoMount;
  /** The built SPA; without it only the API is served (Vite serves the pages then). */
  dist?: string;
  /** Receives the access log. */
  print?: (line: string) => void;
}

/** Headgate's server as one handler. It keeps no state between requests. */
export function createGateway(settings: Settings, { version, demo, dist, print }: Surroundings) {
  const { basePath } = settings;
  const targets = targetsOf(settings, demo);
  const app = new Hono({ strict: false });
  if (print) app.use(accessLog(print));
  app.get('/healthz', (c) => c.json({ status: 'pass', version }));
  if (basePath !== '') app.get(`${basePath}/healthz`, (c) => c.json({ status: 'pass', version }));
  app.use(async (c, next) => {
    if (isKnownHost(c.req.header('host'), settings.allowedHosts)) {
      await next();
      return;
    }
    return c.text('This host name is not allowed. Start Headgate with --allowed-host NAME.\n', 421);
  });
  app.get(`${basePath}/headgate.json`, (c) => {
    c.header('Cache-Control', 'no-store');
    return c.json(description(settings, version, demo));
  });
  app.all(`${basePath}/proxy/:server/*`, async (c): Promise<Response> => {
    if (c.req.header('sec-fetch-site') === 'cross-site') {
      return c.json(
        { code: 'forbidden', message: 'other sites may not call InfluxDB through Headgate' },
        403,
      );
    }
    const server = c.req.param('server');
    const target = targets.get(server);
    if (!target) return c.json({ code: 'not found', message: `no server ${server}` }, 404);
    return forward(c, target, { server, basePath });
  });
  app.all(`${basePath}/proxy/*`, (c) =>
    c.json({ code: 'not found', message: 'no such server' }, 404),
  );
  if (dist !== undefined) servePages(app, { dist, basePath });
  return app;
}

function targetsOf({ servers }: Settings, demo?: DemoMount): Map<string, ProxyTarget> {
  const targets = new Map<string, ProxyTarget>();
  for (const { id, name, url, tlsSkipVerify } of servers) {
    targets.set(id, { name, send: httpUpstream(url, tlsSkipVerify) });
  }
  if (demo) {
    targets.set('demo', {
      name: 'demo',
      send: (request, path, headers) => demo.handle(inProcess(request, path, headers)),
    });
  }
  return targets;
}

function inProcess(request: Request, path: string, headers: Headers): Request {
  return new Request(`http://demo${path}`, {
    method: request.method,
    headers,
    body: request.body,
    signal: request.signal,
    ...(request.body ? { duplex: 'half' } : {}),
  });
}

function description({ servers }: Settings, version: string, demo?: DemoMount): HeadgateJson {
  const real = servers.map(({ id, name }) => ({ id, name }));
  if (!demo) return { version, servers: real };
  const own = { id: 'demo', name: 'Demo InfluxDB', demo: { credentials: demo.credentials } };
  return { version, servers: [...real, own] };
}
