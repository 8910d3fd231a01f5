import { afterEach, expect, test } from 'vitest';
import { listen, mountDemo } from './node';
import type { Listening } from './node';

const opened: Listening[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((one) => one.close()));
});

async function start(): Promise<string> {
  const demo = await mountDemo({ fresh: true });
  const listening = await listen(demo.handle, { host: '127.0.0.1', port: 0 });
  opened.push(listening);
  return `http://127.0.0.1:${listening.port}`;
}

test('a new server can be set up over HTTP', async () => {
  const base = await start();
  const body = JSON.stringify({ username: 'a', password: 'a-password', org: 'o', bucket: 'b' });
  const response = await fetch(`${base}/api/v2/setup`, { method: 'POST', body });
  expect(response.status).toBe(201);
  expect(response.headers.get('X-Influxdb-Version')).toBe('v2.9.1');
  const { auth } = (await response.json()) as { auth: { token: string } };
  const headers = { Authorization: `Token ${auth.token}` };
  expect((await fetch(`${base}/api/v2/me`, { headers })).status).toBe(200);
});

test('HEAD has no body', async () => {
  const response = await fetch(`${await start()}/ping`, { method: 'HEAD' });
  expect(response.status).toBe(204);
});

test('a port that is taken is said so', async () => {
  const port = Number(new URL(await start()).port);
  const again = listen(() => new Response(), { host: '127.0.0.1', port });
  await expect(again).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
