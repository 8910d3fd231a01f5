import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';
import type { Answer, DemoClient } from '@/test/demoClient';

interface BucketAnswer {
  id: string;
  name: string;
  description?: string;
  labels: { name: string }[];
}
interface ListAnswer {
  links: { self: string; next?: string; prev?: string };
  buckets: BucketAnswer[];
}

function listOf(answer: Answer): ListAnswer {
  return answer.body as ListAnswer;
}

async function createBucket(demo: DemoClient, name: string): Promise<string> {
  const answer = await demo.send('POST', '/api/v2/buckets', { orgID: demo.orgID, name });
  return (answer.body as BucketAnswer).id;
}

async function createToken(demo: DemoClient, permissions: unknown[]): Promise<string> {
  const answer = await demo.send('POST', '/api/v2/authorizations', {
    orgID: demo.orgID,
    permissions,
  });
  return (answer.body as { token: string }).token;
}

function onBucket(action: string, demo: DemoClient, id: string) {
  return { action, resource: { type: 'buckets', orgID: demo.orgID, id } };
}

test('a system bucket is not deleted, and keeps its points', async () => {
  const demo = demoClient();
  const tasks = [...demo.state.buckets.values()].find(({ name }) => name === '_tasks')!;
  expect(await demo.send('DELETE', `/api/v2/buckets/${tasks.id}`)).toEqual({
    status: 400,
    body: { code: 'invalid', message: 'system buckets cannot be deleted' },
  });
  const rule = { everySeconds: 86_400, shardGroupDurationSeconds: 3600 };
  const patch = await demo.send('PATCH', `/api/v2/buckets/${tasks.id}`, { retentionRules: [rule] });
  expect(patch.status).toBe(200);
});

test('pages without an org are ordered by id and meet end to end', async () => {
  const demo = demoClient();
  for (let i = 0; i < 5; i++) await createBucket(demo, `b${9 - i}`);
  const seen: string[] = [];
  for (let next: string | undefined = '/api/v2/buckets?limit=3'; next !== undefined;) {
    const { links, buckets } = listOf(await demo.send('GET', next));
    seen.push(...buckets.map(({ id }) => id));
    next = links.next;
  }
  expect(seen).toEqual([...demo.state.buckets.keys()].sort());
});

test('after is exclusive upwards; downwards the list begins at the bucket above it', async () => {
  const demo = demoClient();
  const ids = [...demo.state.buckets.keys()].sort();
  const up = await demo.send('GET', `/api/v2/buckets?after=${ids[0]}`);
  expect(listOf(up).buckets.map(({ id }) => id)).toEqual(ids.slice(1));
  const down = await demo.send('GET', `/api/v2/buckets?after=${ids[1]}&descending=true`);
  expect(listOf(down).buckets.map(({ id }) => id)).toEqual([ids[2], ids[1], ids[0]]);
});

test('a token sees its bucket on the page where it is, and none before', async () => {
  const demo = demoClient();
  for (let i = 100; i < 120; i++) await createBucket(demo, `bucket-${i}`);
  const last = await createBucket(demo, 'zz-last');
  const token = await createToken(demo, [onBucket('read', demo, last)]);
  const page = `/api/v2/buckets?orgID=${demo.orgID}`;
  const first = listOf(await demo.send('GET', page, undefined, token));
  expect(first.buckets).toEqual([]);
  expect(first.links.next).toBeUndefined();
  const second = listOf(await demo.send('GET', `${page}&offset=20`, undefined, token));
  expect(second.buckets.map(({ id }) => id)).toEqual([last]);
});

test('system buckets are read with their org, not as buckets', async () => {
  const demo = demoClient();
  const token = await createToken(demo, [
    { action: 'read', resource: { type: 'buckets', orgID: demo.orgID } },
  ]);
  const { buckets } = listOf(await demo.send('GET', '/api/v2/buckets', undefined, token));
  expect(buckets.map(({ name }) => name)).toEqual(['b0']);
  const tasks = [...demo.state.buckets.values()].find(({ name }) => name === '_tasks')!;
  expect(await demo.send('GET', `/api/v2/buckets/${tasks.id}`, undefined, token)).toMatchObject({
    status: 401,
    body: { message: `read:orgs/${demo.orgID} is unauthorized` },
  });
});

test('a token with read and write on a bucket may rename and delete it', async () => {
  const demo = demoClient();
  const id = await createBucket(demo, 'mine');
  const token = await createToken(demo, [onBucket('read', demo, id), onBucket('write', demo, id)]);
  const renamed = await demo.send('PATCH', `/api/v2/buckets/${id}`, { name: 'yours' }, token);
  expect(renamed).toMatchObject({ status: 200, body: { name: 'yours' } });
  expect((await demo.send('DELETE', `/api/v2/buckets/${id}`, undefined, token)).status).toBe(204);
});

test('an unreadable bucket has no labels page; attaching needs read and write on the label, and write on the bucket', async () => {
  const demo = demoClient();
  const id = await createBucket(demo, 'mine');
  const path = `/api/v2/buckets/${id}/labels`;
  const label = await demo.send('POST', '/api/v2/labels', { orgID: demo.orgID, name: ' prod ' });
  expect(label.body).toMatchObject({ label: { name: 'prod' } });
  const labelID = (label.body as { label: { id: string } }).label.id;
  const writer = await createToken(demo, [onBucket('write', demo, id)]);
  expect(await demo.send('GET', path, undefined, writer)).toMatchObject({
    status: 404,
    body: { message: '404 page not found' },
  });
  const reader = await createToken(demo, [onBucket('read', demo, id)]);
  expect(await demo.send('POST', path, { labelID }, reader)).toMatchObject({
    status: 401,
    body: { message: `read:orgs/${demo.orgID}/labels/${labelID} is unauthorized` },
  });
  await demo.send('POST', path, { labelID });
  const list = '/api/v2/buckets?name=mine';
  const labels = { resource: { type: 'labels', orgID: demo.orgID }, action: 'read' } as const;
  const labelReader = await createToken(demo, [onBucket('read', demo, id), labels]);
  const seen = listOf(await demo.send('GET', list, undefined, labelReader));
  expect(seen.buckets[0]?.labels).toMatchObject([{ name: 'prod' }]);
  const unseen = listOf(await demo.send('GET', list, undefined, reader));
  expect(unseen.buckets[0]?.labels).toEqual([]);
  await demo.send('DELETE', `/api/v2/labels/${labelID}`);
  expect(await demo.send('GET', path, undefined, labelReader)).toMatchObject({
    body: { labels: [] },
  });
});

test('labels of a bucket come by id; a body that cannot be read is answered twice', async () => {
  const demo = demoClient();
  const path = `/api/v2/buckets/${demo.bucketID}/labels`;
  const ids: string[] = [];
  for (const name of ['first', 'second']) {
    const made = await demo.send('POST', '/api/v2/labels', { orgID: demo.orgID, name });
    ids.push((made.body as { label: { id: string } }).label.id);
  }
  for (const labelID of ids.toReversed()) await demo.send('POST', path, { labelID });
  const { labels } = (await demo.send('GET', path)).body as { labels: { id: string }[] };
  expect(labels.map(({ id }) => id)).toEqual(ids);
  const broken = await demo.handle(
    new Request(`http://demo${path}`, {
      method: 'POST',
      headers: { Authorization: `Token ${demo.operator}` },
      body: '{',
    }),
  );
  expect(broken.status).toBe(400);
  expect(await broken.text()).toMatch(
    /post label map request"\n\}\{\n\t.*\n\t.*label id is required/,
  );
});

test('members of a bucket have one role each, whichever path removes it', async () => {
  const demo = demoClient();
  const path = `/api/v2/buckets/${demo.bucketID}`;
  const bob = (await demo.send('POST', '/api/v2/users', { name: 'bob' })).body as { id: string };
  expect((await demo.send('POST', `${path}/members`, { id: bob.id })).status).toBe(201);
  expect(await demo.send('POST', `${path}/owners`, { id: bob.id })).toMatchObject({ status: 500 });
  expect(await demo.send('GET', `${path}/members`)).toMatchObject({
    body: { users: [{ role: 'member', name: 'bob' }] },
  });
  expect((await demo.send('DELETE', `${path}/owners/${bob.id}`)).status).toBe(204);
  expect(await demo.send('GET', `${path}/members`)).toMatchObject({ body: { users: [] } });
});
