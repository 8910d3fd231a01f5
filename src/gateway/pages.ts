import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono } from 'hono';
import { pageHeaders } from './security';

/** The SPA in `dist`: hashed assets for ever, everything else is the page itself. */
export function servePages(
  app: Hono,
  { dist, basePath }: { dist: string; basePath: string },
): void {
  const page = indexPage(dist, basePath);
  const files = serveStatic({
    root: dist,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(basePath.length),
  });
  app.use(`${basePath}/*`, pageHeaders);
  app.use(`${basePath}/assets/*`, async (c, next) => {
    await next();
    if (c.res.ok) c.header('Cache-Control', 'public, max-age=31536000, immutable');
  });
  app.get(`${basePath}/assets/*`, files, (c) => c.text('not found', 404));
  for (const name of ['favicon.svg', 'robots.txt']) app.get(`${basePath}/${name}`, files);
  app.get(`${basePath}/*`, (c) => {
    c.header('Cache-Control', 'no-cache');
    return c.html(page());
  });
  if (basePath !== '') app.get('*', (c) => c.redirect(`${basePath}/`));
}

function indexPage(dist: string, basePath: string): () => string {
  let text: string | undefined;
  return () => {
    if (text === undefined) {
      const file = join(dist, 'index.html');
      if (!existsSync(file)) return 'Headgate is not built: run npm run build.';
      text = withBase(readFileSync(file, 'utf8'), basePath);
    }
    return text;
  };
}

/** Assets are relative: `<base>` makes a deep link find them, and tells the router where it lives. */
export function withBase(html: string, basePath: string): string {
  return html.replace('<head>', `<head>\n    <base href="${basePath}/" />`);
}
