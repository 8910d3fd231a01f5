import { Hono } from 'hono';
import type { Context, MiddlewareHandler } from 'hono';
import { authenticate, authenticateV1 } from './auth';
import { Refusal, plainText, refusalResponse, refuse } from './errors';
import { gzip } from './gzip';
import {
  groupOf,
  isAnyMethod,
  isBelowResource,
  isFree,
  methodsOf,
  normalisePath,
  writerOf,
} from './paths';
import type { Caller, DemoState } from './state';

export interface Env {
  Variables: { caller?: Caller };
}
export type App = Hono<Env>;

/** Who asks, on every route but the few that need no credentials. */
export function caller(c: Context<Env>): Caller {
  const value = c.get('caller');
  if (!value) throw new Error(`${c.req.path} was reached without authentication`);
  return value;
}

function stamp(state: DemoState): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next();
    c.header('X-Influxdb-Build', 'OSS');
    c.header('X-Influxdb-Version', `v${state.version}`);
  };
}

const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST, GET, OPTIONS, PUT, DELETE, PATCH',
  'Access-Control-Allow-Headers':
    'Accept, Content-Type, Content-Length, Accept-Encoding, Authorization, User-Agent',
};

/** Any origin is reflected, never with credentials; before authentication. */
const cors: MiddlewareHandler<Env> = async (c, next) => {
  if (groupOf(c.req.raw) !== 'api') return next();
  const origin = c.req.header('Origin');
  if (c.req.method === 'OPTIONS') {
    if (origin === undefined) return c.body(null, 405);
    return c.body(null, 204, { ...PREFLIGHT, 'Access-Control-Allow-Origin': origin });
  }
  await next();
  if (origin !== undefined) c.header('Access-Control-Allow-Origin', origin);
};

/** A path that exists, asked with a method it does not have. */
function methodNotAllowed(c: Context<Env>, methods: readonly string[]): Response {
  if (writerOf(c.req.path) === 'new') return c.body(null, 405);
  const allow = [...methods, 'OPTIONS'].sort().join(', ');
  if (c.req.method === 'OPTIONS') return c.body(null, 200, { Allow: allow });
  refuse('method not allowed', `allow: ${allow}`, { headers: { Allow: allow } });
}

function unknownApiPath(app: App, c: Context<Env>): Response {
  const methods = methodsOf(app.routes, c.req.path);
  if (methods.length > 0) return methodNotAllowed(c, methods);
  if (isBelowResource(c.req.path)) return plainText(c, '404 page not found\n', 404);
  refuse('not found', 'path not found');
}

/** Where the official UI would be. */
export function withoutAssets(c: Context): Response {
  c.header('Cache-Control', 'public, max-age=3600');
  return plainText(c, 'no assets included in binary\n', 404);
}

function notFound(app: App, c: Context<Env>): Response {
  switch (groupOf(c.req.raw)) {
    case 'api':
      return unknownApiPath(app, c);
    case 'v1':
      return methodNotAllowed(c, methodsOf(app.routes, c.req.path));
    case 'root':
      return withoutAssets(c);
  }
}

/** The 1.x paths and Flux queries may answer compressed, and say so. */
const vary: MiddlewareHandler<Env> = async (c, next) => {
  const { method, path } = c.req;
  const varies =
    /^\/(write|query|ping)$/.test(path) || `${method} ${path}` === 'POST /api/v2/query';
  if (!varies) return next();
  // Of refusals too.
  c.header('Vary', 'Accept-Encoding');
  await gzip(c, next);
  c.header('Vary', 'Accept-Encoding');
};

function authentication(app: App, state: DemoState): MiddlewareHandler<Env> {
  return async (c, next) => {
    const group = groupOf(c.req.raw);
    if (group === 'v1') c.set('caller', authenticateV1(c.req.raw, state));
    if (group === 'api') {
      if (!isFree(c.req.raw)) c.set('caller', authenticate(c.req.raw, state));
      if (c.req.method === 'HEAD' && !isAnyMethod(c.req.path)) return unknownApiPath(app, c);
    }
    return next();
  };
}

/** Around the routes: version headers, then by kind of path CORS and authentication. */
export function createApp(state: DemoState): App {
  const app: App = new Hono<Env>({ getPath: normalisePath });
  app.use('*', stamp(state));
  app.use('*', cors);
  app.use('*', authentication(app, state));
  app.use('*', vary);
  app.notFound((c) => notFound(app, c));
  app.onError((error, c) => {
    const refusal = error instanceof Refusal ? error : new Refusal('internal error', error.message);
    return refusalResponse(c, refusal, writerOf(c.req.path));
  });
  return app;
}
