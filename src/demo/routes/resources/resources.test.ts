import { expect, test } from 'vitest';
import { readFluxWasm } from '@/demo/mounts/fluxWasm';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';

/** A body that each type takes. */
const BODIES = {
  '/api/v2/variables': { arguments: { type: 'constant', values: ['a'] } },
  '/api/v2/telegrafs': { config: '[[inputs.cpu]]' },
  '/api/v2/dashboards': {},
  '/api/v2/checks': { type: 'deadman', every: '1m', status: 'active' },
  '/api/v2/notificationEndpoints': {
    ...{ type: 'http', url: 'http://localhost:1', status: 'active' },
    ...{ method: 'POST', authMethod: 'bearer', token: 'hush' },
  },
  '/api/v2/remotes': { remoteURL: 'http://localhost:1', remoteOrgID: '0000000000000abc' },
  '/api/v2private/notebooks': { spec: { pipes: [] } },
} as const;

async function make(demo: DemoClient, path: string, body: object): Promise<string> {
  const made = await demo.send('POST', path, { orgID: demo.orgID, name: 'n', ...body });
  expect(made).toMatchObject({ status: 201 });
  return (made.body as { id: string }).id;
}

async function smallToken(demo: DemoClient, type: string): Promise<string> {
  const resource = { type, orgID: demo.orgID };
  const made = await demo.send('POST', '/api/v2/authorizations', {
    orgID: demo.orgID,
    permissions: [{ action: 'read', resource }],
  });
  return (made.body as { token: string }).token;
}

test.each(Object.entries(BODIES))('%s: made, listed, read, removed', async (path, body) => {
  const demo = demoClient();
  const id = await make(demo, path, body);
  const list = JSON.stringify((await demo.send('GET', `${path}?orgID=${demo.orgID}`)).body);
  expect(list).toContain(id);
  const headers = { Authorization: `Token ${demo.operator}`, Accept: 'application/json' };
  const read = await demo.handle(new Request(`http://demo${path}/${id}`, { headers }));
  expect(await read.json()).toMatchObject({ id, orgID: demo.orgID, name: 'n' });
  expect((await demo.send('DELETE', `${path}/${id}`)).status).toBe(204);
  expect((await demo.send('GET', `${path}/${id}`)).status).toBe(404);
});

test.each(Object.entries(BODIES))(
  '%s: a token sees and changes its own types',
  async (path, body) => {
    const demo = demoClient();
    const type = path.split('/').at(-1) ?? '';
    const id = await make(demo, path, body);
    const list = `${path}?orgID=${demo.orgID}`;
    const [own, other] = [await smallToken(demo, type), await smallToken(demo, 'labels')];
    expect(JSON.stringify((await demo.send('GET', list, undefined, own)).body)).toContain(id);
    expect(JSON.stringify((await demo.send('GET', list, undefined, other)).body)).not.toContain(id);
    expect(await demo.send('GET', `${path}/${id}`, undefined, other)).toMatchObject({
      status: 401,
      body: { message: `read:orgs/${demo.orgID}/${type}/${id} is unauthorized` },
    });
    expect(await demo.send('DELETE', `${path}/${id}`, undefined, own)).toMatchObject({
      status: 401,
      body: { message: `write:orgs/${demo.orgID}/${type}/${id} is unauthorized` },
    });
  },
);

test('pages of a list link to each other', async () => {
  const demo = demoClient();
  for (const _ of [1, 2, 3]) await make(demo, '/api/v2/dashboards', {});
  const page = (await demo.send('GET', '/api/v2/dashboards?limit=2&offset=1')).body as {
    links: object;
    dashboards: unknown[];
  };
  expect(page.dashboards).toHaveLength(2);
  expect(page.links).toEqual({
    prev: '/api/v2/dashboards?descending=false&limit=2&offset=0',
    self: '/api/v2/dashboards?descending=false&limit=2&offset=1',
    next: '/api/v2/dashboards?descending=false&limit=2&offset=3',
  });
});

test('a remote in use stays; its replication goes with the bucket', async () => {
  const demo = demoClient();
  const remoteID = await make(demo, '/api/v2/remotes', BODIES['/api/v2/remotes']);
  const bucket = await demo.send('POST', '/api/v2/buckets', { orgID: demo.orgID, name: 'far' });
  const localBucketID = (bucket.body as { id: string }).id;
  await make(demo, '/api/v2/replications', { remoteID, localBucketID, remoteBucketName: 'b' });
  expect(await demo.send('DELETE', `/api/v2/remotes/${remoteID}`)).toMatchObject({
    status: 500,
    body: { message: 'remote-connection cannot be deleted as a replication references it' },
  });
  await demo.send('DELETE', `/api/v2/buckets/${localBucketID}`);
  expect((await demo.send('DELETE', `/api/v2/remotes/${remoteID}`)).status).toBe(204);
});

test('only what is given is changed', async () => {
  const demo = demoClient();
  const id = await make(demo, '/api/v2/variables', BODIES['/api/v2/variables']);
  expect(await demo.send('PATCH', `/api/v2/variables/${id}`, {})).toMatchObject({
    status: 400,
    body: { message: 'no fields supplied in update' },
  });
  expect(await demo.send('PATCH', `/api/v2/variables/${id}`, { name: 'm' })).toMatchObject({
    status: 200,
    body: { name: 'm', arguments: BODIES['/api/v2/variables'].arguments },
  });
});

test('tasks page by the last id, and go with their org', async () => {
  const demo = demoClient({ fluxWasm: readFluxWasm });
  const org = await demo.send('POST', '/api/v2/orgs', { name: 'gone' });
  const orgID = (org.body as { id: string }).id;
  const ids: string[] = [];
  for (const name of ['a', 'b']) {
    const flux = `option task = {name: "${name}", cron: "0 * * * *", offset: 5m}`;
    const made = await demo.send('POST', '/api/v2/tasks', { orgID, flux });
    expect(made).toMatchObject({ status: 201, body: { name, cron: '0 * * * *', offset: '5m' } });
    ids.push((made.body as { id: string }).id);
  }
  const first = await demo.send('GET', `/api/v2/tasks?orgID=${orgID}&limit=1`);
  expect(first.body).toMatchObject({
    links: { next: `/api/v2/tasks?after=${ids[0]}&limit=1&orgID=${orgID}` },
    tasks: [{ name: 'a' }],
  });
  await demo.send('DELETE', `/api/v2/orgs/${orgID}`);
  expect((await demo.send('GET', `/api/v2/tasks?orgID=${orgID}`)).body).toMatchObject({
    tasks: [],
  });
});

test.each(['/api/v2/telegrafs', '/api/v2/dashboards', '/api/v2/checks'] as const)(
  'labels of %s are attached once, shown to who may read them, and go with the label',
  async (path) => {
    const demo = demoClient();
    const id = await make(demo, path, BODIES[path]);
    const made = await demo.send('POST', '/api/v2/labels', { orgID: demo.orgID, name: 'trial' });
    const labelID = (made.body as { label: { id: string } }).label.id;
    const own = `${path}/${id}/labels`;
    const list = `${path}?orgID=${demo.orgID}`;
    expect((await demo.send('POST', own, { labelID })).status).toBe(201);
    expect((await demo.send('POST', own, { labelID })).status).toBe(422);
    expect((await demo.send('GET', own)).body).toMatchObject({ labels: [{ name: 'trial' }] });
    expect(JSON.stringify((await demo.send('GET', list)).body)).toContain('trial');
    const reader = await smallToken(demo, path.split('/').at(-1) ?? '');
    expect(JSON.stringify((await demo.send('GET', list, undefined, reader)).body)).not.toContain(
      'trial',
    );
    expect((await demo.send('DELETE', `${own}/${labelID}`)).status).toBe(204);
    expect((await demo.send('GET', own)).body).toMatchObject({ labels: [] });
  },
);

test('the secrets of an endpoint go to those of the org, and only their names are shown', async () => {
  const demo = demoClient();
  const path = '/api/v2/notificationEndpoints';
  const id = await make(demo, path, BODIES[path]);
  expect((await demo.send('GET', `${path}/${id}`)).body).toMatchObject({
    ...{ token: `secret: ${id}-token`, username: '', password: '', contentTemplate: '' },
  });
  const secrets = await demo.send('GET', `/api/v2/orgs/${demo.orgID}/secrets`);
  expect(secrets.body).toMatchObject({ secrets: [`${id}-token`] });
  const changed = { ...BODIES[path], name: 'm', orgID: demo.orgID, token: 'new' };
  expect(await demo.send('PUT', `${path}/${id}`, changed)).toMatchObject({
    status: 200,
    body: { name: 'm', token: `secret: ${id}-token` },
  });
  expect(demo.state.secrets.get(demo.orgID)?.get(`${id}-token`)).toBe('new');
});

test('a check is whole: what was not given is what the server takes for it', async () => {
  const demo = demoClient();
  const id = await make(demo, '/api/v2/checks', {
    ...BODIES['/api/v2/checks'],
    query: { text: 'x' },
  });
  const { body } = await demo.send('GET', `/api/v2/checks/${id}`);
  expect(body).toMatchObject({
    query: { text: 'x', editMode: '', builderConfig: { buckets: [], aggregateWindow: {} } },
    ...{ statusMessageTemplate: '', tags: null, reportZero: false, level: 'UNKNOWN' },
    ...{ status: 'active', latestCompleted: expect.any(String) as string },
  });
  expect(await demo.send('PATCH', `/api/v2/checks/${id}`, { status: 'inactive' })).toMatchObject({
    status: 200,
    body: { name: 'n', status: 'inactive', every: '1m' },
  });
});

const needed = { name: 'n', type: 'slack', status: 'active' };

test.each([
  ['/api/v2/checks', '{', 400, 'unable to detect the check type from json'],
  ['/api/v2/checks', { type: 'x' }, 400, 'invalid check type x'],
  ['/api/v2/checks', { type: 'deadman' }, 400, 'invalid status: must be active or inactive'],
  ['/api/v2/checks', { ...needed, type: 'deadman' }, 400, 'Check Every must exist'],
  ['/api/v2/notificationRules', { type: 'smtp' }, 400, 'invalid notification type smtp'],
  ['/api/v2/notificationRules', { type: 'slack' }, 500, 'a panic has occurred'],
  ['/api/v2/notificationRules', needed, 404, 'notification endpoint not found'],
  ['/api/v2/notificationEndpoints', needed, 400, 'slack endpoint URL must be provided'],
  ['/api/v2/notificationEndpoints', { ...needed, status: 'x' }, 400, 'invalid status'],
  ['/api/v2/notificationEndpoints', { ...needed, type: 'http' }, 400, 'http endpoint URL is empty'],
  ['/api/v2/checks', { ...needed, type: 'deadman', orgID: undefined }, 400, 'invalid org id for'],
  ['/api/v2/dashboards', { orgID: undefined }, 400, 'invalid org id for permission: invalid ID'],
  ['/api/v2/scrapers', {}, 400, 'invalid id for permission: invalid ID'],
  ['/api/v2/telegrafs', '{', 500, 'An internal error has occurred - check server logs'],
  ['/api/v2/scrapers', '{', 500, 'An internal error has occurred - check server logs'],
])('%s refuses %j', async (path, body, status, message) => {
  const demo = demoClient();
  const sent = typeof body === 'string' ? body : JSON.stringify({ orgID: demo.orgID, ...body });
  const headers = { Authorization: `Token ${demo.operator}` };
  const request = new Request(`http://demo${path}`, { method: 'POST', headers, body: sent });
  const response = await demo.handle(request);
  expect(response.status).toBe(status);
  expect(((await response.json()) as { message: string }).message).toContain(message);
});

test('rules are listed by the id of their org; by its name the server panics', async () => {
  const demo = demoClient();
  const endpoint = await make(demo, '/api/v2/notificationEndpoints', {
    ...BODIES['/api/v2/notificationEndpoints'],
  });
  const body = { type: 'http', every: '1m', status: 'active', endpointID: endpoint };
  const id = await make(demo, '/api/v2/notificationRules', body);
  const list = await demo.send('GET', `/api/v2/notificationRules?orgID=${demo.orgID}`);
  expect(list.body).toMatchObject({ notificationRules: [{ id, endpointID: endpoint }] });
  expect(await demo.send('GET', '/api/v2/notificationRules?org=acme')).toMatchObject({
    status: 500,
    body: { message: expect.stringContaining('/api/v2/notificationRules?org=acme') as string },
  });
});

test.each(['/api/v2/telegrafs', '/api/v2/dashboards', '/api/v2/checks'] as const)(
  'members and owners of %s: one role a user, and no rights by it',
  async (path) => {
    const demo = demoClient();
    const id = await make(demo, path, BODIES[path]);
    const made = await demo.send('POST', '/api/v2/users', { name: 'eve' });
    const user = (made.body as { id: string }).id;
    const [members, owners] = [`${path}/${id}/members`, `${path}/${id}/owners`];
    expect(await demo.send('POST', members, { id: user })).toMatchObject({
      status: 201,
      body: { role: 'member', id: user, name: 'eve' },
    });
    expect((await demo.send('POST', owners, { id: user })).status).toBe(500);
    expect((await demo.send('POST', owners, {})).body).toMatchObject({
      message: 'user id missing or invalid',
    });
    expect((await demo.send('GET', members)).body).toEqual({
      links: { self: members },
      users: [expect.objectContaining({ role: 'member', id: user })],
    });
    expect((await demo.send('GET', owners)).body).toMatchObject({ users: [] });
    expect((await demo.send('GET', `/api/v2/users/${user}/permissions`)).body).toHaveLength(2);
    expect((await demo.send('DELETE', `${owners}/${user}`)).status).toBe(204);
    expect((await demo.send('GET', members)).body).toMatchObject({ users: [] });
  },
);

test('labels and members of a dashboard that there is not are no page', async () => {
  const demo = demoClient();
  for (const part of ['labels', 'members', 'owners']) {
    expect(await demo.send('GET', `/api/v2/dashboards/0000000000000abc/${part}`)).toMatchObject({
      status: 404,
      body: { message: '404 page not found' },
    });
  }
  expect(await demo.send('GET', '/api/v2/telegrafs/0000000000000abc/members')).toMatchObject({
    status: 200,
    body: { users: [] },
  });
});

test.each([
  ['telegrafs', 'orgID=zzz', 400, 'orgID is invalid: id must have a length of 16 bytes'],
  ['checks', 'orgID=zzz', 400, 'orgID is invalid: id must have a length of 16 bytes'],
  ['variables', 'orgID=zzz', 400, 'id must have a length of 16 bytes'],
  ['notificationEndpoints', 'limit=0', 400, 'limit must be between 1 and 100'],
  ['dashboards', 'id=zzz', 400, 'id must have a length of 16 bytes'],
  ['scrapers', 'id=zzz', 400, 'id must have a length of 16 bytes'],
])('/api/v2/%s?%s is refused', async (path, query, status, message) => {
  const { body, ...asked } = await demoClient().send('GET', `/api/v2/${path}?${query}`);
  expect(asked).toMatchObject({ status });
  expect(body).toMatchObject({ message });
});

test('dashboards are listed by their ids and by their owner', async () => {
  const demo = demoClient();
  const ids: string[] = [];
  for (const _ of [1, 2, 3]) ids.push(await make(demo, '/api/v2/dashboards', {}));
  const listed = async (query: string) => {
    const { body } = await demo.send('GET', `/api/v2/dashboards?${query}`);
    return (body as { dashboards: { id: string }[] }).dashboards.map(({ id }) => id);
  };
  expect(await listed(`id=${ids[0]}&id=${ids[2]}`)).toEqual([ids[0], ids[2]]);
  expect(await listed(`ownerID=${demo.userID}`)).toEqual(ids);
  expect(await listed('ownerID=0000000000000abc')).toEqual([]);
});

test('the source that every server has is read by its id', async () => {
  const { send } = demoClient();
  const { body } = await send('GET', '/api/v2/sources');
  const { sources } = body as { sources: { id: string }[] };
  expect(await send('GET', `/api/v2/sources/${sources[0]?.id}`)).toMatchObject({
    status: 200,
    body: sources[0],
  });
  expect(await send('GET', '/api/v2/sources/0000000000000abc')).toMatchObject({
    status: 404,
    body: { message: 'source not found' },
  });
});
