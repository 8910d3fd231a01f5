import AxeBuilder from '@axe-core/playwright';
import { test as base, expect } from 'playwright/test';
import type { Page } from 'playwright/test';

export { expect };

interface Demo {
  /** `air` (default): the sample content; `fresh`: a server that was never set up. */
  seed: 'air' | 'fresh';
}

interface DemoClient {
  /** One call to this test's own demo InfluxDB, past the browser. */
  call: (
    method: string,
    path: string,
    options?: { token?: string; body?: unknown },
  ) => Promise<unknown>;
  token: (label: RegExp) => Promise<string>;
}

/** Lines that a browser prints about answers that a test provokes on purpose. */
const expectedLines = [/Failed to load resource: the server responded with a status of 4\d\d/];

/** Every test owns a demo InfluxDB; any error on the console fails the test. */
export const test = base.extend<Demo & { demo: DemoClient; quietConsole: void }>({
  seed: ['air', { option: true }],
  extraHTTPHeaders: async ({ seed }, use, info) => {
    await use({
      'x-demo-server': `${info.testId}-${info.retry}-${info.repeatEachIndex}`,
      'x-demo-seed': seed,
    });
  },
  demo: async ({ request }, use) => {
    const call: DemoClient['call'] = async (method, path, { token, body } = {}) => {
      const response = await request.fetch(`proxy/demo${path}`, {
        method,
        data: body,
        headers: token ? { Authorization: `Token ${token}` } : {},
      });
      const text = await response.text();
      if (!response.ok()) throw new Error(`${method} ${path}: ${response.status()} ${text}`);
      return text.startsWith('{') || text.startsWith('[') ? (JSON.parse(text) as unknown) : text;
    };
    await use({
      call,
      token: async (label) => credential(await (await request.get('headgate.json')).json(), label),
    });
  },
  quietConsole: [
    async ({ page }, use) => {
      const errors: string[] = [];
      page.on('console', (message) => {
        const text = message.text();
        if (message.type() === 'error' && !expectedLines.some((line) => line.test(text)))
          errors.push(text);
      });
      page.on('pageerror', (error) => errors.push(String(error)));
      await use();
      expect(errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});

interface Described {
  servers: { demo?: { credentials: { label: string; token?: string }[] } }[];
}

function credential(description: Described, label: RegExp): string {
  const all = description.servers.flatMap((server) => server.demo?.credentials ?? []);
  const token = all.find((one) => label.test(one.label))?.token;
  if (token === undefined) throw new Error(`no demo token ${String(label)}`);
  return token;
}

/** Nothing serious or critical by axe, in the colour scheme that is on. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa'])
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);
  expect(serious).toEqual([]);
}
