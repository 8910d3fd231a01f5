import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { chromium } from 'playwright';

async function chromiumPath(): Promise<string | undefined> {
  const file = fileURLToPath(new URL('scripts/browser.mjs', `file://${process.cwd()}/`));
  const { findChromium } = (await import(file)) as {
    findChromium: () => Promise<string | undefined>;
  };
  return findChromium();
}

/** A fresh browser, so that nothing is warm from the variant before. */
export async function withBrowser<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = await chromiumPath();
  const browser = await chromium.launch({
    ...(executablePath && { executablePath }),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    return await use(await browser.newPage({ viewport: { width: 900, height: 800 } }));
  } finally {
    await browser.close();
  }
}
