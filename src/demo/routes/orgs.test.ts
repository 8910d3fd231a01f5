import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';

test.each([
  [{ createdAt: 1 }, 'Time.UnmarshalJSON: input is not a JSON string'],
  [{ id: 'x' }, 'id must have a length of 16 bytes'],
  [
    { description: 1 },
    'json: cannot unmarshal number into Go struct field Organization.description of type string',
  ],
])('an org of %o is refused', async (body, problem) => {
  expect(await demoClient().send('POST', '/api/v2/orgs', body)).toMatchObject({
    status: 400,
    body: { message: `failed to unmarshal json: ${problem}` },
  });
});

test('an org is found by its id before its name', async () => {
  const demo = demoClient();
  const answer = await demo.send('GET', `/api/v2/orgs?org=nope&orgID=${demo.orgID}`);
  expect(answer).toMatchObject({ status: 200, body: { orgs: [{ name: 'acme' }] } });
});

test('members come by user id; an odd id is refused as one, other bodies as unreadable', async () => {
  const demo = demoClient();
  const path = `/api/v2/orgs/${demo.orgID}/members`;
  const ids = ['00000000000000bb', '00000000000000aa'];
  for (const id of ids) {
    await demo.send('POST', '/api/v2/users', { name: id, id });
    await demo.send('POST', path, { id: id.toUpperCase() });
  }
  const { users } = (await demo.send('GET', path)).body as { users: { id: string }[] };
  expect(users.map(({ id }) => id)).toEqual(ids.toReversed());
  expect(await demo.send('POST', path, { id: 'x' })).toMatchObject({ status: 400 });
  expect(await demo.send('POST', path, { id: 1 })).toMatchObject({ status: 500 });
  expect(await demo.send('POST', path, {})).toMatchObject({ status: 400 });
});

test('members of a bucket: read on the org shows the list, read on the bucket what is in it', async () => {
  const demo = demoClient();
  const { orgID, bucketID } = demo;
  const path = `/api/v2/buckets/${bucketID}/members`;
  await demo.send('POST', path, { id: demo.userID });
  const tokenOf = async (...resources: object[]) => {
    const permissions = resources.map((resource) => ({ action: 'read', resource }));
    const answer = await demo.send('POST', '/api/v2/authorizations', { orgID, permissions });
    return (answer.body as { token: string }).token;
  };
  const bucket = { type: 'buckets', id: bucketID };
  const org = { type: 'orgs', id: orgID };
  const onBucket = await tokenOf(bucket);
  expect(await demo.send('GET', path, undefined, onBucket)).toMatchObject({
    status: 404,
    body: { message: 'not found' },
  });
  const onBoth = await tokenOf(bucket, org);
  expect(await demo.send('GET', path, undefined, onBoth)).toMatchObject({
    body: { users: [{ name: 'admin' }] },
  });
  const onOrg = await tokenOf(org);
  expect(await demo.send('GET', path, undefined, onOrg)).toMatchObject({
    status: 404,
    body: { message: '404 page not found' },
  });
});
