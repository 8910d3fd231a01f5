import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base } from './fixtures';
import { expect } from './fixtures';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** A gateway of its own, below a path. */
const test = base.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads from the pattern what a fixture needs
  baseURL: async ({}, use) => {
    const port = await freePort();
    const root = fileURLToPath(new URL('..', import.meta.url));
    const flags = ['--isolated', '--port', String(port), '--base-path', '/tools/headgate'];
    const gateway = spawn(process.execPath, ['dist-server/headgate.js', ...flags], { cwd: root });
    await once(gateway.stdout, 'data');
    await use(`http://127.0.0.1:${port}/tools/headgate/`);
    gateway.kill();
    await once(gateway, 'exit');
  },
});

test(
  'everything works below a base path',
  { tag: '@demo' },
  async ({ page, baseURL, iot, open }) => {
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(baseURL ?? '')) outside.push(request.url());
    });
    await open(`/orgs/${iot}/buckets`);
    await expect(page.getByText('4 buckets')).toBeVisible();
    await page.getByRole('link', { name: 'airsensors' }).click();
    await expect(page.getByRole('heading', { name: 'airsensors' })).toBeVisible();
    await page.reload();
    await expect(page.getByRole('heading', { name: 'airsensors' })).toBeVisible();
    await page.getByRole('main').getByRole('link', { name: 'Explore', exact: true }).click();
    await page.getByRole('checkbox', { name: 'airSensors' }).check();
    await page.getByRole('checkbox', { name: 'co', exact: true }).check();
    await expect(page.getByRole('figure', { name: 'airSensors' })).toBeVisible();
    expect(outside).toEqual([]);
  },
);

test(
  'the session cookie is kept to the path of its server',
  { tag: '@demo' },
  async ({ page, context }) => {
    await page.goto('');
    await page.getByRole('button', { name: 'User admin' }).click();
    await expect(page.getByRole('button', { name: 'Signed in as' })).toBeVisible();
    const [cookie] = await context.cookies();
    expect(cookie).toMatchObject({ path: '/tools/headgate/proxy/demo/', httpOnly: true });
  },
);
