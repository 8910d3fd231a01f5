import { expect, test } from 'vitest';
import { createIsolated } from './isolated';
import { seedContent } from './seed/content';
import { OPERATOR_TOKEN } from './seed/credentials';

const MINUTE = 60_000;

function isolated() {
  let clock = Date.parse('2026-01-02T03:04:05Z');
  const handle = createIsolated(
    { now: () => clock, fluxWasm: () => Promise.reject(new Error('no Flux here')) },
    { full: (state) => void seedContent(state), fresh: () => undefined },
    'full',
  );
  return {
    pass: (milliseconds: number) => {
      clock += milliseconds;
    },
    ask: (path: string, headers: Record<string, string>, method = 'GET', body?: unknown) =>
      handle(
        new Request(`http://influxdb${path}`, {
          method,
          headers: { Authorization: `Token ${OPERATOR_TOKEN}`, ...headers },
          body: body === undefined ? undefined : JSON.stringify(body),
        }),
      ),
  };
}

async function orgNames(response: Response): Promise<string[]> {
  const { orgs } = (await response.json()) as { orgs: { name: string }[] };
  return orgs.map(({ name }) => name).sort();
}

test('what one server is told, no other knows', async () => {
  const { ask } = isolated();
  await ask('/api/v2/orgs', { 'x-demo-server': 'a' }, 'POST', { name: 'third' });
  expect(await orgNames(await ask('/api/v2/orgs', { 'x-demo-server': 'a' }))).toEqual([
    'factory',
    'iot',
    'third',
  ]);
  expect(await orgNames(await ask('/api/v2/orgs', { 'x-demo-server': 'b' }))).toEqual([
    'factory',
    'iot',
  ]);
});

test('the content is chosen at the first request', async () => {
  const { ask } = isolated();
  const fresh = await ask('/api/v2/setup', { 'x-demo-server': 'new', 'x-demo-seed': 'fresh' });
  expect(await fresh.json()).toEqual({ allowed: true });
  expect(await (await ask('/api/v2/setup', { 'x-demo-server': 'new' })).json()).toEqual({
    allowed: true,
  });
});

test('a server that nobody asks is dropped, one in use stays', async () => {
  const { ask, pass } = isolated();
  const [idle, used] = [{ 'x-demo-server': 'idle' }, { 'x-demo-server': 'used' }];
  for (const server of [idle, used]) await ask('/api/v2/orgs', server, 'POST', { name: 'third' });
  pass(4 * MINUTE);
  await ask('/health', used);
  pass(4 * MINUTE);
  await ask('/health', { 'x-demo-server': 'another' });
  expect(await orgNames(await ask('/api/v2/orgs', used))).toContain('third');
  expect(await orgNames(await ask('/api/v2/orgs', idle))).not.toContain('third');
});

test('a fault concerns only the requests it names', async () => {
  const { ask } = isolated();
  const fault = { 'x-demo-fault': 'path=/api/v2/orgs; method=GET; status=503; message=overloaded' };
  const failed = await ask('/api/v2/orgs', fault);
  expect(failed.status).toBe(503);
  expect(await failed.json()).toMatchObject({ message: 'overloaded' });
  expect((await ask('/api/v2/users', fault)).status).toBe(200);
});

test('only the n-th request that a fault concerns fails, on each server anew', async () => {
  const { ask } = isolated();
  const statuses = async (server: string, path: string, fault: string): Promise<number[]> => {
    const headers = { 'x-demo-server': server, 'x-demo-fault': fault };
    const seen: number[] = [];
    for (let n = 0; n < 3; n += 1) {
      seen.push((await ask(path, headers)).status);
      await ask('/api/v2/users', headers);
    }
    return seen;
  };
  const fault = 'path=/api/v2/orgs; method=GET; status=503; nth=2';
  expect(await statuses('a', '/api/v2/orgs', fault)).toEqual([200, 503, 200]);
  expect(await statuses('a', '/api/v2/orgs', fault)).toEqual([200, 200, 200]);
  expect(await statuses('a', '/api/v2/orgs', `${fault}; message=again`)).toEqual([200, 503, 200]);
  expect(await statuses('b', '/api/v2/orgs', fault)).toEqual([200, 503, 200]);
});

test('a fault can ask for the end of a path and for a part of the query', async () => {
  const { ask } = isolated();
  const status = async (path: string, fault: string): Promise<number> =>
    (await ask(path, { 'x-demo-fault': `${fault}; status=503` })).status;
  expect(await status('/api/v2/orgs?org=iot', 'ends=/orgs; query=org=iot')).toBe(503);
  expect(await status('/api/v2/orgs?org=factory', 'ends=/orgs; query=org=iot')).toBe(200);
  expect(await status('/api/v2/users', 'path=/api; ends=/orgs')).toBe(200);
});

test('an answer can be cut in the middle', async () => {
  const { ask } = isolated();
  const response = await ask('/api/v2/orgs', { 'x-demo-fault': 'cut=10' });
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('cut on order');
});

test.each([
  ['x-demo-seed', 'nope'],
  ['x-demo-fault', 'status=9'],
])('what the header %s asks for is said not to be known: %s', async (name, value) => {
  const response = await isolated().ask('/health', { 'x-demo-server': 'new', [name]: value });
  expect(response.status).toBe(400);
  expect(await response.text()).toMatch(/nope|status/);
});
