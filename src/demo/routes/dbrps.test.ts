import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';
import { createBucket } from '@/demo/store/buckets';

interface Shown {
  id: string;
  database: string;
  retention_policy: string;
  default: boolean;
  virtual: boolean;
}

const text = (m: Shown): string =>
  `${m.database}.${m.retention_policy}${m.default ? ' default' : ''}${m.virtual ? ' virtual' : ''}`;

/** Bucket `x` and a stored mapping `x.kept`, the default, to bucket `other`. */
async function mapped(): Promise<DemoClient & { x: string; other: string; id: string }> {
  const demo = demoClient();
  const { state, orgID } = demo;
  const [x, other] = ['x', 'other'].map(
    (name) => createBucket(state, { orgID, name, everySeconds: 0 }).id,
  ) as [string, string];
  const draft = { orgID, bucketID: other, database: 'x', retention_policy: 'kept' };
  const { id } = (await demo.send('POST', '/api/v2/dbrps', draft)).body as Shown;
  return { ...demo, x, other, id };
}

async function list(demo: DemoClient, query: string): Promise<string[]> {
  const answer = await demo.send('GET', `/api/v2/dbrps?orgID=${demo.orgID}&${query}`);
  return (answer.body as { content: Shown[] }).content.map(text);
}

test('a filter that leaves a stored mapping out does not let it win over a virtual one', async () => {
  const demo = await mapped();
  expect(await list(demo, 'db=x')).toEqual(['x.kept default', 'x.autogen virtual']);
  expect(await list(demo, 'db=x&rp=autogen')).toEqual(['x.autogen default virtual']);
  expect(await list(demo, `bucketID=${demo.x}`)).toEqual(['x.autogen default virtual']);
  expect(await list(demo, 'db=x&default=true')).toEqual(['x.kept default']);
  expect(await list(demo, 'db=x&default=false')).toEqual([]);
});

test('a virtual mapping by id is the default whatever is stored, and is found from any org', async () => {
  const demo = await mapped();
  const second = (await demo.send('POST', '/api/v2/orgs', { name: 'second' })).body as Shown;
  const answer = await demo.send('GET', `/api/v2/dbrps/${demo.x}?orgID=${second.id}`);
  expect(answer).toMatchObject({ status: 200, body: { content: { default: true } } });
});

test('deleting a virtual mapping makes the first stored one the default', async () => {
  const demo = await mapped();
  const { orgID, other } = demo;
  const draft = { orgID, bucketID: other, database: 'x', retention_policy: 'new', default: true };
  await demo.send('POST', '/api/v2/dbrps', draft);
  expect(await list(demo, 'db=x')).toContain('x.new default');
  await demo.send('DELETE', `/api/v2/dbrps/${demo.x}?orgID=${orgID}`);
  expect(await list(demo, 'db=x')).toEqual(['x.kept default', 'x.new', 'x.autogen virtual']);
});

test('a changed virtual mapping is the default of what is made after it', async () => {
  const demo = demoClient();
  const { orgID, bucketID } = demo;
  const path = `/api/v2/dbrps/${bucketID}?orgID=${orgID}`;
  await demo.send('PATCH', path, { retention_policy: 'changed' });
  expect(await list(demo, 'db=b0&default=true')).toEqual(['b0.changed default virtual']);
  const draft = { orgID, bucketID, database: 'b0', retention_policy: 'stored' };
  const made = await demo.send('POST', '/api/v2/dbrps', draft);
  expect(made).toMatchObject({ status: 201, body: { default: false } });
});

test('a write-only token sees no mapping and makes none', async () => {
  const demo = await mapped();
  const { orgID, other } = demo;
  const permissions = [{ action: 'write', resource: { type: 'buckets', id: other, orgID } }];
  const created = await demo.send('POST', '/api/v2/authorizations', { orgID, permissions });
  const { token } = created.body as { token: string };
  const get = await demo.send('GET', `/api/v2/dbrps/${other}?orgID=${orgID}`, undefined, token);
  expect(get).toMatchObject({ status: 404, body: { message: 'unable to find DBRP' } });
  const draft = { orgID, bucketID: other, database: 'y', retention_policy: 'kept' };
  expect(await demo.send('POST', '/api/v2/dbrps', draft, token)).toMatchObject({
    status: 401,
    body: { message: `read:orgs/${orgID}/buckets/${other} is unauthorized` },
  });
});

test('a body that is no object is refused by the name of its Go type', async () => {
  const demo = await mapped();
  const path = `/api/v2/dbrps/${demo.id}?orgID=${demo.orgID}`;
  const { body } = await demo.send('PATCH', path, []);
  expect((body as { message: string }).message).toBe(
    'invalid json structure: json: cannot unmarshal array into Go value of type ' +
      'struct { Default *bool "json:\\"default\\""; RetentionPolicy *string "json:\\"retention_policy\\"" }',
  );
});
