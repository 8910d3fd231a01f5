import { beforeEach, expect, it } from 'vitest';
import type { Handler } from '@/demo/server';
import { createBucket } from '@/demo/store/buckets';
import { createToken } from '@/demo/store/authorizations';
import type { BucketRecord } from '@/demo/state';
import type { TestDemo } from '@/demo/testing';
import { testDemo } from '@/demo/testing';
import { OPERATOR_TOKEN } from '@/demo/seed/credentials';
import type { GatewayStub } from '@/test/gateway';
import { stubGateway } from '@/test/gateway';
import { probeCaller } from './caller';
import { connect, open } from './client';
import { allPages } from './pages';
import { unlistedBuckets } from './readableBuckets';

interface Row {
  id: string;
  orgID: string;
  name: string;
}

let demo: TestDemo;
let gateway: GatewayStub;
let orgID: string;
let made: BucketRecord[];

function signedInWith(token: string): void {
  connect(open('demo', { kind: 'token', token }));
}

function stub(handle: Handler): void {
  gateway = stubGateway(handle);
}

function addBuckets(count: number): void {
  made = Array.from({ length: count }, (_, index) =>
    createBucket(demo.state, { orgID, name: `plant-${index}`, everySeconds: 0 }),
  );
}

beforeEach(() => {
  demo = testDemo();
  const org = [...demo.state.orgs.values()].find(({ name }) => name === 'iot')!;
  orgID = org.id;
  stub(demo.handle);
});

it.each([1, 96, 97, 250, 1000])('with %i buckets more, every one is listed once', async (count) => {
  addBuckets(count);
  signedInWith(OPERATOR_TOKEN);
  const rows = await allPages<Row>('/api/v2/buckets', 'buckets', { orgID });
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  expect(rows).toHaveLength(count + 4);
});

it('a list that fits on one page costs one request', async () => {
  signedInWith(OPERATOR_TOKEN);
  await allPages<Row>('/api/v2/buckets', 'buckets', { orgID });
  expect(gateway.asked).toEqual(['GET /api/v2/buckets']);
});

it('a token that may read only the 120th bucket finds it, and its org', async () => {
  addBuckets(150);
  const hidden = made[120]!;
  const [user] = demo.state.users.values();
  createToken(demo.state, {
    orgID,
    userID: user!.id,
    token: 'only-one',
    description: '',
    permissions: [{ action: 'read', resource: { type: 'buckets', orgID, id: hidden.id } }],
  });
  signedInWith('only-one');
  const listed = await allPages<Row>('/api/v2/buckets', 'buckets', { orgID });
  const found = [...listed, ...(await unlistedBuckets(orgID, listed))];
  expect(found.map(({ id }) => id)).toEqual([hidden.id]);
  const caller = await probeCaller(open('demo', { kind: 'token', token: 'only-one' }));
  expect(caller.orgs).toEqual([{ id: orgID }]);
  expect(caller.classification?.class).toBe('read-only');
});

it('leaving a page stops its requests', async () => {
  addBuckets(300);
  signedInWith(OPERATOR_TOKEN);
  const leaving = new AbortController();
  const pages = allPages<Row>('/api/v2/buckets', 'buckets', { orgID }, leaving.signal);
  leaving.abort();
  await expect(pages).rejects.toMatchObject({ name: 'AbortError' });
  expect(gateway.asked).toHaveLength(1);
});
