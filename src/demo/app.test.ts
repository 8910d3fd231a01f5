import { describe, expect, test } from 'vitest';
import { OPERATOR_TOKEN } from './seed/credentials';
import { testDemo } from './testing';

const PLAIN_404 = '404 page not found\n';

describe('paths and methods', () => {
  test.each([
    ['GET', '/api/v2/nope', 404, { code: 'not found', message: 'path not found' }],
    ['GET', '/api/v2/nope/below', 404, { code: 'not found', message: 'path not found' }],
    ['GET', '/api/v2/me/nope', 404, PLAIN_404],
    ['GET', '/api/v2/me/', 200, expect.objectContaining({ name: 'admin' })],
    ['DELETE', '/api/v2/orgs', 405, ''],
    ['HEAD', '/api/v2/orgs', 405, ''],
    ['OPTIONS', '/api/v2/orgs', 405, ''],
    [
      'PUT',
      '/api/v2/tasks',
      405,
      expect.objectContaining({ message: 'allow: GET, OPTIONS, POST' }),
    ],
    ['GET', '/index.html', 404, 'no assets included in binary\n'],
    ['POST', '/health', 200, expect.objectContaining({ status: 'pass' })],
  ] as const)('%s %s with a token: %i', async (method, path, status, body: unknown) => {
    const answer = await testDemo().ask(method, path, { token: OPERATOR_TOKEN });
    expect(answer).toMatchObject({ status, body });
    expect(answer.headers.get('X-Influxdb-Build')).toBe('OSS');
    expect(answer.headers.get('X-Influxdb-Version')).toBe('v2.9.1');
  });

  test.each([
    ['GET', '/api/v2', 200],
    ['GET', '/api/v2/', 401],
    ['GET', '/api/v2/setup', 200],
    ['GET', '/api/v2/setup/', 401],
    ['PUT', '/api/v2/setup', 401],
    ['GET', '/api/v2/signin', 401],
    ['GET', '/api/v2/nope', 401],
    ['GET', '/private/nope', 401],
  ])('%s %s without credentials: %i', async (method, path, status) => {
    expect((await testDemo().ask(method, path)).status).toBe(status);
  });
});

describe('cross-origin requests', () => {
  const headers = { Origin: 'https://elsewhere.example' };

  test('any origin may call the API, never with credentials', async () => {
    const answer = await testDemo().ask('OPTIONS', '/api/v2/orgs', { headers });
    expect(answer.status).toBe(204);
    expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(headers.Origin);
    expect(answer.headers.has('Access-Control-Allow-Credentials')).toBe(false);
  });

  test.each(['/api/v2/orgs', '/api/v2/nope', '/private/legacy/authorizations'])(
    'a refusal of %s can be read',
    async (path) => {
      const answer = await testDemo().ask('GET', path, { headers });
      expect(answer.status).toBe(401);
      expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(headers.Origin);
    },
  );

  test.each(['/ping', '/health', '/query', '/write', '/'])('%s is out of reach', async (path) => {
    const answer = await testDemo().ask('GET', path, { headers, token: OPERATOR_TOKEN });
    expect(answer.headers.has('Access-Control-Allow-Origin')).toBe(false);
  });
});

test('the older version answers as itself', async () => {
  const demo = testDemo({ version: '2.7.12' });
  const { headers, body } = await demo.ask('GET', '/api/v2/config', { token: OPERATOR_TOKEN });
  expect(headers.get('X-Influxdb-Version')).toBe('v2.7.12');
  expect(body).not.toHaveProperty('config.use-hashed-tokens');
});

test('points beyond their retention go when half an hour has passed', async () => {
  const demo = testDemo();
  const { id = '' } =
    [...demo.state.buckets.values()].find(({ name }) => name === 'machines') ?? {};
  demo.state.storage.write(
    id,
    [
      {
        measurement: 'm',
        tags: [],
        fields: [['v', { type: 'float', value: 1 }]],
        timeNs: BigInt(demo.state.now()) * 1_000_000n,
      },
    ],
    BigInt(demo.state.now()) * 1_000_000n,
  );
  const kept = () => [...demo.state.storage.seriesKeys(id)].length;
  demo.pass(29 * 24 * 3_600_000);
  await demo.ask('GET', '/ping');
  expect(kept()).toBe(1);
  demo.pass(3 * 24 * 3_600_000);
  await demo.ask('GET', '/ping');
  expect(kept()).toBe(0);
});
