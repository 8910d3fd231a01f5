import { test as base, expect } from 'playwright/test';
import { randomBytes } from 'node:crypto';
import { DemoClient, target, tokens } from './demoClient';

export { expect };

interface Options {
  /** `air`: the sample content; `fresh`: a server that was never set up. */
  seed: 'air' | 'fresh';
  /** What a test provokes on the console on purpose. */
  expectedErrors: RegExp;
}

interface Fixtures {
  demo: DemoClient;
  /** Id of the demo's org with the sensors. */
  iot: string;
  /** An org of the test's own, with a bucket `airsensors`. Gone after the test. */
  org: { id: string; name: string };
  /** Signs in with a token by the form and opens a page below the server. */
  open: (path: string, token?: string) => Promise<void>;
  /** From here on the demo fails for the browser as the header says: `path=/api/v2/buckets; status=503`. */
  fail: (fault: string) => Promise<void>;
  quietConsole: void;
}

/** What Chromium itself prints about an answer of 4xx: refusals are ordinary answers here. */
const refusal = /^Failed to load resource: the server responded with a status of 4\d\d/;

/** Every test owns a demo InfluxDB, or shares a real one; any error on the console fails the test. */
export const test = base.extend<Options & Fixtures>({
  seed: ['air', { option: true }],
  expectedErrors: [/^$/, { option: true }],
  extraHTTPHeaders: async ({ seed }, use, info) => {
    await use({
      'x-demo-server': `${info.testId}-${info.retry}-${info.repeatEachIndex}`,
      'x-demo-seed': seed,
    });
  },
  demo: async ({ request }, use) => {
    const client = new DemoClient(request);
    await use(client);
    await client.revokeAll();
  },
  iot: async ({ demo }, use) => use(await demo.orgID('iot')),
  org: async ({ demo }, use) => {
    const name = `headgate-e2e-${randomBytes(4).toString('hex')}`;
    const { id } = await demo.call<{ id: string }>('POST', '/api/v2/orgs', { body: { name } });
    await demo.createBucket(id, 'airsensors');
    await use({ id, name });
    await demo.call('DELETE', `/api/v2/orgs/${id}`);
  },
  open: async ({ page }, use) => {
    await use(async (path, token = tokens.operator) => {
      const returnTo = new URLSearchParams({ returnTo: `/servers/${target.id}${path}` });
      await page.goto(`servers/${target.id}/sign-in?${returnTo.toString()}`);
      await page.getByLabel('Token', { exact: true }).fill(token);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await expect(page.getByRole('button', { name: 'Signed in as' })).toBeAttached();
    });
  },
  fail: async ({ context, extraHTTPHeaders }, use) => {
    await use((fault) =>
      context.setExtraHTTPHeaders({ ...extraHTTPHeaders, 'x-demo-fault': fault }),
    );
  },
  quietConsole: [
    async ({ context, expectedErrors }, use) => {
      const errors: string[] = [];
      const expected = [refusal, expectedErrors];
      context.on('console', (message) => {
        const text = message.text();
        const isError = message.type() === 'error' && !expected.some((line) => line.test(text));
        if (isError) errors.push(text);
      });
      context.on('weberror', (error) => errors.push(String(error.error())));
      await use();
      expect(errors, 'errors on the console').toEqual([]);
    },
    { auto: true },
  ],
});
