import { expect, test } from 'vitest';
import type { DemoOptions } from '@/demo/state';
import { createSession } from '@/demo/store/sessions';
import { SESSION_COOKIE } from '@/demo/auth';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';

const TOKENS = '/api/v2/authorizations';
const V1_USERS = '/private/legacy/authorizations';

interface TokenAnswer {
  id: string;
  token: string;
}

async function createOn(
  demo: DemoClient,
  path: string,
  draft: Record<string, unknown> = {},
): Promise<TokenAnswer> {
  const { orgID, bucketID } = demo;
  const permissions = [{ action: 'read', resource: { type: 'buckets', orgID, id: bucketID } }];
  const answer = await demo.send('POST', path, { orgID, permissions, ...draft });
  expect(answer.status).toBe(201);
  return answer.body as TokenAnswer;
}

test.each<[string, Partial<DemoOptions>, boolean, string]>([
  ['2.9', {}, false, 'encodeAuthorization: unknown authorization status'],
  ['2.8', { version: '2.8.0' }, true, 'encodeAuthorization: unknown authorization status'],
  ['2.7', { version: '2.7.12' }, true, 'unknown authorization status'],
])('%s shows token values again: its default', async (_name, options, shows, refusal) => {
  const demo = demoClient(options);
  const { id, token } = await createOn(demo, TOKENS);
  expect(token).toMatch(/^[\w-]{86}==$/);
  const { body } = await demo.send('GET', `${TOKENS}/${id}`);
  expect((body as TokenAnswer).token).toBe(shows ? token : '');
  expect(await demo.send('PATCH', `${TOKENS}/${id}`, { status: 'asleep' })).toMatchObject({
    status: 400,
    body: { message: refusal },
  });
});

test('a session of the first user may hold the instance, yet not put it into a token', async () => {
  const { state, handle, orgID, userID } = demoClient();
  const { key } = createSession(state, userID);
  const response = await handle(
    new Request(`http://demo${TOKENS}`, {
      method: 'POST',
      headers: { Cookie: `${SESSION_COOKIE}=${key}` },
      body: JSON.stringify({
        orgID,
        permissions: [{ action: 'read', resource: { type: 'instance' } }],
      }),
    }),
  );
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    message:
      'authorizations cannot be created with the instance type, it is only used during setup',
  });
});

test('a name in the query that nobody has is refused; an id wins over it', async () => {
  const demo = demoClient();
  expect(await demo.send('GET', `${TOKENS}?user=nobody&userID=${demo.userID}`)).toMatchObject({
    status: 200,
  });
  expect(await demo.send('GET', `${TOKENS}?org=nope`)).toMatchObject({ status: 404 });
});

test('changing a token of a deleted user is refused after it was done', async () => {
  const demo = demoClient();
  const bob = (await demo.send('POST', '/api/v2/users', { name: 'bob' })).body as { id: string };
  const { id } = await createOn(demo, TOKENS, { userID: bob.id });
  await demo.send('DELETE', `/api/v2/users/${bob.id}`);
  expect(await demo.send('PATCH', `${TOKENS}/${id}`, { status: 'inactive' })).toMatchObject({
    status: 404,
    body: { message: 'user not found' },
  });
  expect(demo.state.tokens.get(id)?.status).toBe('inactive');
});

test('v1 user names are unique on the server, not in the org', async () => {
  const demo = demoClient();
  await createOn(demo, V1_USERS, { token: 'grafana' });
  const beta = (await demo.send('POST', '/api/v2/orgs', { name: 'beta' })).body as { id: string };
  const permissions = [{ action: 'read', resource: { type: 'buckets', orgID: beta.id } }];
  const draft = { token: 'grafana', orgID: beta.id, permissions };
  expect(await demo.send('POST', V1_USERS, draft)).toMatchObject({
    status: 422,
    body: { message: 'token already exists' },
  });
});

test('asked by name, a v1 user that may not be read is an empty list, a missing one a 404', async () => {
  const demo = demoClient();
  await createOn(demo, V1_USERS, { token: 'grafana' });
  const { token } = await createOn(demo, TOKENS);
  const path = `${V1_USERS}?token=`;
  expect(await demo.send('GET', `${path}grafana`, undefined, token)).toMatchObject({
    status: 200,
    body: { authorizations: [] },
  });
  expect(await demo.send('GET', `${path}nobody`, undefined, token)).toMatchObject({ status: 404 });
});

test('a password sent on creation is ignored', async () => {
  const demo = demoClient();
  const { id } = await createOn(demo, V1_USERS, { token: 'svc', password: 'svc-password' });
  expect(demo.state.v1Users.get(id)?.password).toBeUndefined();
});
