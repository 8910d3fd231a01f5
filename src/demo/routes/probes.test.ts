import { expect, test } from 'vitest';
import { OPERATOR_TOKEN } from '@/demo/seed/credentials';
import { testDemo } from '@/demo/testing';

const NO_ASSETS = 'no assets included in binary\n';

test.each([
  ['GET', '/health/below', 200, 'application/json; charset=utf-8'],
  ['HEAD', '/health', 200, 'application/json; charset=utf-8'],
  ['DELETE', '/ready/', 200, 'application/json; charset=utf-8'],
  ['PUT', '/metrics/below', 200, 'text/plain; version=0.0.4; charset=utf-8; escaping=values'],
  ['GET', '/healthy', 404, 'text/plain; charset=utf-8'],
  ['GET', '/docs', 200, 'text/html; charset=utf-8'],
  ['POST', '/docs/below', 200, 'text/html; charset=utf-8'],
  ['GET', '/debug/pprof', 200, 'text/html; charset=utf-8'],
  ['GET', '/debug/pprof/nope', 404, 'text/plain; charset=utf-8'],
  ['GET', '/debug', 404, 'text/plain; charset=utf-8'],
  ['GET', '/private', 404, 'text/plain; charset=utf-8'],
  ['GET', '/private/', 401, 'application/json; charset=utf-8'],
  ['GET', '/api/v2/swagger.json', 404, 'text/plain; charset=utf-8'],
])('%s %s without credentials: %i, %s', async (method, path, status, type) => {
  const answer = await testDemo().ask(method, path);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe(type);
});

test('where the official UI would be, the answer may be cached and not guessed at', async () => {
  const { body, headers } = await testDemo().ask('GET', '/');
  expect(body).toBe(NO_ASSETS);
  expect(headers.get('Cache-Control')).toBe('public, max-age=3600');
  expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
});

test.each([
  ['POST', '/api/v2', 200],
  ['HEAD', '/api/v2/', 200],
  ['PUT', '/api/v2/flags', 200],
  ['HEAD', '/api/v2/flags/below', 200],
  ['DELETE', '/api/v2/resources', 200],
  ['OPTIONS', '/api/v2/flags', 405],
])('%s %s with a token: %i', async (method, path, status) => {
  expect((await testDemo().ask(method, path, { token: OPERATOR_TOKEN })).status).toBe(status);
});

test.each([
  ['GET', '/api/v2/write/below', 404, 'path not found'],
  ['POST', '/api/v2/query/ast/below', 404, 'path not found'],
  ['PATCH', '/write', 405, 'allow: OPTIONS, POST'],
])('%s %s is refused in compact JSON: %i', async (method, path, status, message) => {
  const request = new Request(`http://influxdb${path}`, {
    method,
    headers: { Authorization: `Token ${OPERATOR_TOKEN}` },
  });
  const answer = await testDemo().handle(request);
  expect(answer.status).toBe(status);
  const code = status === 404 ? 'not found' : 'method not allowed';
  expect(await answer.text()).toBe(JSON.stringify({ code, message }));
});

test.each([
  ['OPTIONS', '/write', OPERATOR_TOKEN, 200, true],
  ['PUT', '/write', OPERATOR_TOKEN, 405, true],
  ['POST', '/write', 'nope', 401, false],
  ['GET', '/query', 'nope', 401, false],
  ['GET', '/ping', 'nope', 204, true],
  ['POST', '/api/v2/query', 'nope', 401, false],
  ['GET', '/api/v2/query', OPERATOR_TOKEN, 405, false],
])(
  '%s %s with token %s: %i, may be compressed: %s',
  async (method, path, token, status, varies) => {
    const answer = await testDemo().ask(method, path, { token });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('Vary')).toBe(varies ? 'Accept-Encoding' : null);
  },
);
