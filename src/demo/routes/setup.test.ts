import { expect, test } from 'vitest';
import { createDemo } from '@/demo/server';

function fresh() {
  const { handle, state } = createDemo({ fluxWasm: () => Promise.reject(new Error('no Flux')) });
  const ask = async (method: string, path: string, body?: string) => {
    const response = await handle(new Request(`http://demo${path}`, { method, body }));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { state, setUp: (body: string) => ask('POST', '/api/v2/setup', body), ask };
}

const draft = (more: object): string =>
  JSON.stringify({ username: 'admin', org: 'acme', bucket: 'b0', ...more });

test.each([
  ['\ufeff{}', "invalid character 'ï' looking for beginning of value"],
  ['{', 'unexpected EOF'],
  [
    draft({ retentionPeriodHrs: '1h' }),
    'json: cannot unmarshal string into Go struct field OnboardingRequest.retentionPeriodHrs of type time.Duration',
  ],
])('%s cannot be read: 500', async (body, message) => {
  expect(await fresh().setUp(body)).toMatchObject({ status: 500, body: { message } });
});

test('a blank org leaves the user behind, and the setup closed', async () => {
  const { setUp, ask, state } = fresh();
  expect(await setUp(draft({ org: '  ' }))).toMatchObject({
    status: 400,
    body: { message: 'org name is empty' },
  });
  expect(state.users.size).toBe(1);
  expect(state.orgs.size).toBe(0);
  expect(await ask('GET', '/api/v2/setup')).toMatchObject({ body: { allowed: false } });
});

test.each([
  [{ retentionPeriodSeconds: 3600, retentionPeriodHrs: 7_200_000_000_000 }, 3600],
  [{ retentionPeriodSeconds: -5 }, 0],
  [{ retentionPeriodHrs: 7_200_000_000_001 }, 7200],
  [{ retentionPeriodSeconds: 20_000_000_000 }, 1_553_255_926],
])('a setup with %o keeps for %d s', async (more, everySeconds) => {
  const answer = await fresh().setUp(draft(more));
  expect(answer).toMatchObject({
    status: 201,
    body: { bucket: { retentionRules: [{ everySeconds }] } },
  });
});

test('"hours" are nanoseconds: too few of them', async () => {
  expect((await fresh().setUp(draft({ retentionPeriodHrs: 100 }))).status).toBe(500);
});
