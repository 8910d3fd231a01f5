import { expect, test } from 'vitest';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';
import { createBucket, removeBucket } from './buckets';
import { addDbrp, changeDbrp, removeDbrp } from './dbrpChanges';
import { findDbrp, mappings, resolveMapping } from './dbrps';

const everything = () => true;

function withBuckets(...names: string[]): DemoClient & { ids: string[] } {
  const demo = demoClient();
  const ids = names.map(
    (name) => createBucket(demo.state, { orgID: demo.orgID, name, everySeconds: 0 }).id,
  );
  return { ...demo, ids };
}

function physical(
  demo: DemoClient,
  id: string,
  names: string,
  bucketID: string,
  isDefault = false,
) {
  const [database = '', retention_policy = ''] = names.split('.');
  const { state, orgID } = demo;
  const record = { id, database, retention_policy, virtual: false, orgID, bucketID };
  return addDbrp(state, record, isDefault);
}

function shown(demo: DemoClient, database?: string): string[] {
  return mappings(demo.state, { orgID: demo.orgID, database }).map(
    (m) =>
      `${m.database}.${m.retention_policy}${m.default ? ' default' : ''}${m.virtual ? ' virtual' : ''}`,
  );
}

function resolved(demo: DemoClient, database: string, retentionPolicy?: string) {
  return resolveMapping(demo.state, { orgID: demo.orgID, database, retentionPolicy }, everything)
    ?.bucketID;
}

test('every bucket is a virtual mapping, system buckets too, in byte order', () => {
  const demo = withBuckets('ts/raw', 'Z', 'a/b/c');
  expect(shown(demo)).toEqual([
    'Z.autogen default virtual',
    '_monitoring.autogen default virtual',
    '_tasks.autogen default virtual',
    'a.b/c virtual',
    'b0.autogen default virtual',
    'ts.raw virtual',
  ]);
});

test('a bucket with a slash is no default: only its policy finds it', () => {
  const demo = withBuckets('only/raw');
  expect(resolved(demo, 'only')).toBeUndefined();
  expect(resolved(demo, 'only', 'raw')).toBe(demo.ids[0]);
  expect(resolved(demo, 'only', '')).toBeUndefined();
});

test('a stored default takes the database from the bucket of that name', () => {
  const demo = withBuckets('ts-bucket', 'other');
  expect(resolved(demo, 'ts-bucket')).toBe(demo.ids[0]);
  physical(demo, '01', 'ts-bucket.mapped', demo.ids[1]!);
  expect(shown(demo, 'ts-bucket')).toEqual([
    'ts-bucket.mapped default',
    'ts-bucket.autogen virtual',
  ]);
  expect(resolved(demo, 'ts-bucket')).toBe(demo.ids[1]);
});

test('a stored mapping hides the virtual one of the same names', () => {
  const demo = withBuckets('ts-bucket', 'other');
  physical(demo, '01', 'ts-bucket.autogen', demo.ids[1]!);
  expect(shown(demo, 'ts-bucket')).toEqual(['ts-bucket.autogen default']);
});

test('a default that the caller cannot see leaves the database without one', () => {
  const demo = withBuckets('x', 'hidden');
  physical(demo, '01', 'x.mapped', demo.ids[1]!);
  const found = resolveMapping(
    demo.state,
    { orgID: demo.orgID, database: 'x' },
    (m) => m.bucketID === demo.ids[0],
  );
  expect(found).toBeUndefined();
});

test('the default moves: first come, then asked for, then the first that remains', () => {
  const demo = withBuckets('b');
  const [bucket] = demo.ids;
  physical(demo, '01', 'db.one', bucket!);
  physical(demo, '02', 'db.two', bucket!);
  expect(shown(demo, 'db')).toEqual(['db.one default', 'db.two']);
  physical(demo, '03', 'db.three', bucket!, true);
  expect(shown(demo, 'db')).toEqual(['db.one', 'db.two', 'db.three default']);
  removeDbrp(demo.state, demo.orgID, '03');
  expect(shown(demo, 'db')).toEqual(['db.one default', 'db.two']);
  changeDbrp(demo.state, findDbrp(demo.state, demo.orgID, '01')!, { default: false });
  expect(shown(demo, 'db')).toEqual(['db.one', 'db.two default']);
});

test('the only mapping stays the default whatever it is told', () => {
  const demo = withBuckets('b');
  physical(demo, '01', 'db.one', demo.ids[0]!);
  const echo = changeDbrp(demo.state, findDbrp(demo.state, demo.orgID, '01')!, { default: false });
  expect(echo.default).toBe(false);
  expect(shown(demo, 'db')).toEqual(['db.one default']);
});

test('changing a virtual mapping is echoed and found by id, but changes nothing', () => {
  const demo = withBuckets('b');
  const [bucket] = demo.ids;
  const change = { retention_policy: 'kept' };
  changeDbrp(demo.state, findDbrp(demo.state, demo.orgID, bucket!)!, change);
  expect(findDbrp(demo.state, demo.orgID, bucket!)).toMatchObject({ ...change, virtual: true });
  expect(shown(demo, 'b')).toEqual(['b.autogen default virtual']);
  expect(resolved(demo, 'b', 'kept')).toBeUndefined();
});

test('a bucket takes its mappings along', () => {
  const demo = withBuckets('a', 'b');
  physical(demo, '01', 'db.one', demo.ids[0]!);
  physical(demo, '02', 'db.two', demo.ids[1]!);
  removeBucket(demo.state, demo.ids[0]!);
  expect(shown(demo, 'db')).toEqual(['db.two default']);
});
