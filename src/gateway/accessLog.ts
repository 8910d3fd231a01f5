import type { MiddlewareHandler } from 'hono';

/** One line a request. The query string, headers and bodies may hold secrets and are left out. */
export function accessLog(print: (line: string) => void): MiddlewareHandler {
  return async (c, next) => {
    const start = performance.now();
    await next();
    const ms = Math.round(performance.now() - start);
    print(`${new Date().toISOString()} ${c.req.method} ${c.req.path} ${c.res.status} ${ms}ms`);
  };
}
