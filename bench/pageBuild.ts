import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { build } from 'vite';
import { withBrowser } from './browser';

export type PageName = 'chart' | 'table' | 'access';

/** Builds a page of `pages/` for production; answers the folder. */
export async function buildPage(name: PageName): Promise<string> {
  const root = `${process.cwd()}/`;
  const outDir = `${root}node_modules/.cache/headgate-bench/${name}`;
  await build({
    configFile: false,
    root,
    base: './',
    logLevel: 'warn',
    resolve: { tsconfigPaths: true },
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      chunkSizeWarningLimit: 4000,
      rollupOptions: { input: `${root}bench/pages/${name}.html` },
    },
  });
  return outDir;
}

/** The page in a fresh browser, ready to be told what to do. */
export function withPage<T>(
  server: string,
  name: PageName,
  use: (page: Page) => Promise<T>,
): Promise<T> {
  return withBrowser(async (page) => {
    await page.goto(`${server}/bench/pages/${name}.html`);
    await page.waitForFunction((global) => global in globalThis, `${name}Page`);
    return use(page);
  });
}
