import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { Page } from 'playwright';
import { chromium } from 'playwright';
import { build } from 'vite';

const root = `${process.cwd()}/`;

/** Builds the page with the chart and its yardsticks for production; answers the folder. */
export async function buildPage(): Promise<string> {
  const outDir = `${root}node_modules/.cache/headgate-bench/page`;
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
      rollupOptions: { input: `${root}bench/pages/chart.html` },
    },
  });
  return outDir;
}

async function chromiumPath(): Promise<string | undefined> {
  const file = fileURLToPath(new URL('scripts/browser.mjs', `file://${root}`));
  const { findChromium } = (await import(file)) as {
    findChromium: () => Promise<string | undefined>;
  };
  return findChromium();
}

/** A fresh browser on the page, so that nothing is warm from the variant before. */
export async function withPage<T>(server: string, use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
    await page.goto(`${server}/bench/pages/chart.html`);
    await page.waitForFunction(() => 'chartPage' in globalThis);
    return await use(page);
  } finally {
    await browser.close();
  }
}
