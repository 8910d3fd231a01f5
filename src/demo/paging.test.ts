import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';
import { addMapping } from './store/mappings';
import { createBucket } from './store/buckets';
import { createOrg } from './store/orgs';
import { createUser } from './store/users';

interface Page {
  links: { self: string; prev?: string; next?: string };
  buckets: { name: string }[];
  users: { id: string }[];
  orgs: { id: string }[];
}

async function page(
  demo: ReturnType<typeof demoClient>,
  path: string,
  token?: string,
): Promise<Page> {
  return (await demo.send('GET', path, undefined, token)).body as Page;
}

test.each([
  ['limit=0', 'limit must be between 1 and 100'],
  ['limit=101', 'limit must be between 1 and 100'],
  ['limit=1.5', 'limit is invalid'],
  ['limit=99999999999999999999', 'limit is invalid'],
  ['offset=x', 'offset is invalid'],
  ['after=x', 'decoding after: id must have a length of 16 bytes'],
  ['after=ffffffffffffffff', 'invalid ID'],
  ['descending=yes', 'descending is invalid'],
])('a page of %s is refused', async (query, message) => {
  const answer = await demoClient().send('GET', `/api/v2/users?${query}`);
  expect(answer).toMatchObject({ status: 400, body: { message } });
});

test('after an id behind the last, a descending list begins with the last', async () => {
  const demo = demoClient();
  createUser(demo.state, { name: 'bob' });
  const ids = [...demo.state.users.keys()].sort().reverse();
  const path = '/api/v2/users?descending=true&after=fffffffffffffffe';
  expect((await page(demo, path)).users.map(({ id }) => id)).toEqual(ids);
});

test('buckets of one name in all orgs: the offset counts those of other names too', async () => {
  const demo = demoClient();
  createOrg(demo.state, { name: 'second' });
  const all = [...demo.state.buckets.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const last = all.findLastIndex(({ name }) => name === '_tasks');
  const path = '/api/v2/buckets?name=_tasks';
  expect((await page(demo, path)).buckets).toHaveLength(2);
  expect((await page(demo, `${path}&offset=${last}`)).buckets).toHaveLength(1);
  expect((await page(demo, `${path}&offset=${last + 1}`)).buckets).toEqual([]);
});

test('in an org, after is looked for behind the offset', async () => {
  const demo = demoClient();
  const { id } = createBucket(demo.state, { orgID: demo.orgID, name: 'a', everySeconds: 0 });
  const path = `/api/v2/buckets?orgID=${demo.orgID}&after=${id}`;
  const names = async (query: string) =>
    (await page(demo, path + query)).buckets.map(({ name }) => name);
  expect(await names('')).toEqual(['b0']);
  expect(await names('&offset=2')).toEqual(['b0']);
  expect(await names('&offset=3')).toEqual([]);
});

test('sortBy is echoed in links, and nothing else', async () => {
  const { links } = await page(demoClient(), '/api/v2/buckets?sortBy=name&limit=1');
  expect(links.self).toBe('/api/v2/buckets?descending=false&limit=1&offset=0&sortBy=name');
});

test('orgs of a user come by id; the offset counts the roles on everything', async () => {
  const demo = demoClient();
  const { state, userID, orgID } = demo;
  const { id } = createOrg(state, { name: 'second', ownerID: userID });
  const { id: bob } = createUser(state, { name: 'bob' });
  const bucket = createBucket(state, { orgID, name: 'mine', everySeconds: 0 });
  addMapping(state, { userID: bob, type: 'buckets', resourceID: bucket.id, role: 'member' });
  const of = async (query: string) =>
    (await page(demo, `/api/v2/orgs?${query}`)).orgs.map((org) => org.id);
  expect(await of(`userID=${userID}`)).toEqual([orgID, id].sort());
  // The first role is that on the instance.
  expect(await of(`userID=${userID}&offset=1`)).toEqual([orgID, id].sort());
  expect(await of(`userID=${userID}&offset=2`)).toEqual([orgID, id].sort().slice(1));
  expect(await of(`userID=${bob}`)).toEqual([]);
});
