import { describe, expect, test } from 'vitest';
import { authenticateV1 } from './auth';
import { Refusal } from './errors';
import { ADMIN, ALL_ACCESS_TOKEN, OPERATOR_TOKEN, SENSOR_TOKEN, V1_USER } from './seed/credentials';
import { testDemo } from './testing';
import type { TestDemo } from './testing';

const basic = (username: string, password: string): string =>
  `Basic ${btoa(`${username}:${password}`)}`;

/** Who asks on a 1.x path, or the words of the refusal. */
function v1Caller(demo: TestDemo, query: string, authorization?: string): string {
  const headers = new Headers(
    authorization === undefined ? [] : [['Authorization', authorization]],
  );
  try {
    const request = new Request(`http://influxdb/query?${query}`, { headers });
    return authenticateV1(request, demo.state).kind;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
}

describe('credentials on the 1.x paths', () => {
  const { username, password } = V1_USER;

  test.each([
    ['nothing', '', undefined, 'unauthorized access'],
    ['u and p of a v1 user', `u=${username}&p=${password}`, undefined, 'v1'],
    ['Basic of a v1 user', '', basic(username, password), 'v1'],
    ['a wrong password', '', basic(username, 'wrong-password'), 'Unauthorized'],
    ['a token as password of anybody', '', basic('anybody', OPERATOR_TOKEN), 'token'],
    ['a token as password of a v1 user', '', basic(username, OPERATOR_TOKEN), 'Unauthorized'],
    ['an API user', '', basic(ADMIN.username, ADMIN.password), 'Unauthorized'],
    ['Token', '', `Token ${OPERATOR_TOKEN}`, 'token'],
    ['Token in lower case', '', `token ${OPERATOR_TOKEN}`, 'unauthorized access'],
    ['Token with two spaces', '', `Token  ${OPERATOR_TOKEN}`, 'unauthorized access'],
    ['Token name:token', '', `Token x:${OPERATOR_TOKEN}`, 'token'],
    ['Token name:password', '', `Token ${username}:${password}`, 'Unauthorized'],
    ['Bearer', '', `Bearer ${OPERATOR_TOKEN}`, 'unauthorized access'],
    [
      'Basic without padding',
      '',
      basic('ab', OPERATOR_TOKEN).replace(/=*$/, ''),
      'unauthorized access',
    ],
    ['only u', `u=${username}`, undefined, 'unauthorized access'],
    ['u and p before a header', 'u=a&p=wrong', `Token ${OPERATOR_TOKEN}`, 'Unauthorized'],
  ])('%s', (_name, query, authorization, expected) => {
    expect(v1Caller(testDemo(), query, authorization)).toBe(expected);
  });

  test('an inactive v1 user is rejected', () => {
    const demo = testDemo();
    for (const user of demo.state.v1Users.values()) user.status = 'inactive';
    expect(v1Caller(demo, '', basic(username, password))).toBe('Unauthorized');
  });
});

describe('sessions', () => {
  async function signIn(demo: TestDemo): Promise<string> {
    const { status, headers } = await demo.ask('POST', '/api/v2/signin', {
      headers: { Authorization: basic(ADMIN.username, ADMIN.password) },
    });
    expect(status).toBe(204);
    return headers.get('Set-Cookie')?.split(';')[0] ?? '';
  }

  const me = async (demo: TestDemo, cookie: string): Promise<number> =>
    (await demo.ask('GET', '/api/v2/me', { headers: { Cookie: cookie } })).status;

  const MINUTE = 60_000;

  test('last an hour', async () => {
    const demo = testDemo();
    const cookie = await signIn(demo);
    demo.pass(59 * MINUTE);
    expect(await me(demo, cookie)).toBe(200);
    demo.pass(5 * MINUTE);
    expect(await me(demo, cookie)).toBe(401);
  });

  test('used in their last minutes, last five minutes more each time', async () => {
    const demo = testDemo();
    const cookie = await signIn(demo);
    demo.pass(59 * MINUTE);
    for (let use = 0; use < 5; use++) {
      expect(await me(demo, cookie)).toBe(200);
      demo.pass(4 * MINUTE);
    }
    demo.pass(5 * MINUTE);
    expect(await me(demo, cookie)).toBe(401);
  });

  test('give way to a token header, not to Basic', async () => {
    const demo = testDemo();
    const cookie = await signIn(demo);
    const config = (authorization: string) =>
      demo.ask('GET', '/api/v2/config', {
        headers: { Cookie: cookie, Authorization: authorization },
      });
    expect((await config('Basic x')).status).toBe(200);
    expect((await config(`Token ${SENSOR_TOKEN}`)).status).toBe(401);
  });
});

test('what looks like a JWT is refused even if it is a token', async () => {
  const demo = testDemo();
  const token = `${btoa('{"alg":"HS256"}')}.${btoa('{}')}.x`;
  for (const record of demo.state.tokens.values()) record.token = token;
  expect((await demo.ask('GET', '/api/v2/orgs', { token })).status).toBe(401);
});

test('an inactive token reads empty lists and no object', async () => {
  const demo = testDemo();
  for (const record of demo.state.tokens.values()) record.status = 'inactive';
  const list = await demo.ask('GET', '/api/v2/orgs', { token: ALL_ACCESS_TOKEN });
  expect(list.body).toMatchObject({ orgs: [] });
  const one = await demo.ask('GET', '/api/v2/me', { token: ALL_ACCESS_TOKEN });
  expect(one).toMatchObject({ status: 401, body: { message: 'token is inactive' } });
});
