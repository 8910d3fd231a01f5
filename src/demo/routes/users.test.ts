import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';

const USERS = '/api/v2/users';

test.each([
  [{ name: 'bob', id: 'x' }, 400, 'id must have a length of 16 bytes'],
  [{ name: 'bob', id: 1 }, 500, /^json: cannot unmarshal number into Go struct field User.id/],
  [{ id: '00000000000000aa' }, 400, 'key required'],
  [{ name: 'admin' }, 422, 'user with name admin already exists'],
])('creating %o: %i', async (body, status, message) => {
  const answer = await demoClient().send('POST', USERS, body);
  expect(answer.status).toBe(status);
  expect((answer.body as { message: string }).message).toMatch(message);
});

test('an id and an OAuth id of their own are kept; any status but inactive counts as active', async () => {
  const demo = demoClient();
  const draft = { id: '00000000000000AA', name: 'bob', oauthID: 'o', status: 'odd' };
  const body = { id: '00000000000000aa', name: 'bob', oauthID: 'o', status: 'odd' };
  expect(await demo.send('POST', USERS, draft)).toMatchObject({ status: 201, body });
  const password = 'bobs-password';
  await demo.send('POST', `${USERS}/${body.id}/password`, { password });
  const signIn = await demo.handle(
    new Request('http://demo/api/v2/signin', {
      method: 'POST',
      headers: { Authorization: `Basic ${btoa(`bob:${password}`)}` },
    }),
  );
  const me = await demo.handle(
    new Request('http://demo/api/v2/me', {
      headers: { Cookie: signIn.headers.get('Set-Cookie')?.split(';')[0] ?? '' },
    }),
  );
  expect(me.status).toBe(200);
});

test('a name cannot be emptied', async () => {
  const demo = demoClient();
  const answer = await demo.send('PATCH', `${USERS}/${demo.userID}`, { name: '' });
  expect(answer).toMatchObject({
    status: 400,
    body: { code: 'empty value', message: 'key required' },
  });
});

test('a password is read before the id of the path is', async () => {
  const demo = demoClient();
  for (const path of [`${USERS}/nope/password`, '/private/legacy/authorizations/nope/password']) {
    expect(await demo.send('POST', path, [])).toMatchObject({ status: 400 });
    expect(await demo.send('POST', path, {})).toMatchObject({ status: 500 });
  }
});

test('permissions are those of the roles, by resource; a bucket owner has none of it', async () => {
  const demo = demoClient();
  const bob = (await demo.send('POST', USERS, { name: 'bob' })).body as { id: string };
  const own = { resource: { type: 'users', id: bob.id } };
  const path = `/api/v2/buckets/${demo.bucketID}`;
  await demo.send('POST', `${path}/owners`, { id: bob.id });
  const permissions = async () => (await demo.send('GET', `${USERS}/${bob.id}/permissions`)).body;
  expect(await permissions()).toEqual([
    { action: 'read', ...own },
    { action: 'write', ...own },
  ]);
  await demo.send('DELETE', `${path}/owners/${bob.id}`);
  await demo.send('POST', `${path}/members`, { id: bob.id });
  expect(await permissions()).toMatchObject([{ resource: { id: demo.bucketID } }, own, own]);
  const admin = (await demo.send('GET', `${USERS}/${demo.userID}/permissions`)).body;
  expect((admin as unknown[]).slice(0, 2)).toEqual([
    { action: 'read', resource: { type: 'instance' } },
    { action: 'write', resource: { type: 'instance' } },
  ]);
  await demo.send('DELETE', `${USERS}/${bob.id}`);
  expect(await permissions()).toHaveLength(2);
});
