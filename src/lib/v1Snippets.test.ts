import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { expect, onTestFinished, test } from 'vitest';
import { createV1User } from '@/demo/store/authorizations';
import { createBucket } from '@/demo/store/buckets';
import { demoClient } from '@/test/demoClient';
import type { SnippetTarget } from './v1Snippets';
import { v1Snippet } from './v1Snippets';

const run = promisify(execFile);
const hasCurl = await run('curl', ['--version']).then(
  () => true,
  () => false,
);

const password = 'it\'s "12" $HOME';
const username = "o'neil $USER";

/** A demo on a port, with a v1 user that reads and writes a bucket of that name. */
async function listening(bucket: string) {
  const demo = demoClient();
  const { orgID, userID, state } = demo;
  const { id } = createBucket(state, { orgID, name: bucket, everySeconds: 0 });
  createV1User(state, {
    ...{ orgID, userID, token: username, password },
    permissions: (['read', 'write'] as const).map((action) => ({
      action,
      resource: { type: 'buckets', orgID, id },
    })),
  });
  const listener = serve({ fetch: demo.handle, port: 0, hostname: '127.0.0.1' });
  onTestFinished(() => void listener.close());
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  return { id, state, host: `http://127.0.0.1:${port}` };
}

test.skipIf(!hasCurl).each([
  ['it\'s a "db" & 100% $HOME!', undefined],
  ['plant/rp & "more"', 'rp & "more"'],
])('curl writes to the bucket %s and reads it again', async (bucket, retentionPolicy) => {
  const { id, state, host } = await listening(bucket);
  const database = bucket.split('/')[0] ?? '';
  const target = { username, database, retentionPolicy, reads: true, writes: true };
  const { stdout } = await run('bash', ['-ec', v1Snippet(target, 'curl')], {
    env: { ...process.env, INFLUX_HOST: host, INFLUX_PASSWORD: password },
  });
  expect([...state.storage.seriesKeys(id)]).toMatchObject([{ measurement: 'measurement' }]);
  expect(stdout).toMatch(/"columns":\["time","field","tag"\],"values":\[\[".*",1,"value"\]\]/);
});

const target: SnippetTarget = { username: 'svc', database: 'db', reads: true, writes: true };

test('each client finds the database and takes the password from outside', () => {
  expect(v1Snippet(target, 'python')).toContain('password=os.environ["INFLUX_PASSWORD"]');
  expect(v1Snippet(target, 'python')).toContain('client.write_points([point])');
  expect(v1Snippet(target, 'telegraf')).toContain('database = "db"');
  expect(v1Snippet(target, 'telegraf')).toContain('skip_database_creation = true');
  expect(v1Snippet(target, 'telegraf')).not.toContain('retention_policy');
});

test('a retention policy that is no default is named', () => {
  const named = { ...target, retentionPolicy: 'raw' };
  expect(v1Snippet(named, 'curl')).toContain('/write?db=db&rp=raw"');
  expect(v1Snippet(named, 'curl')).toContain('FROM "db"."raw"."measurement"');
  expect(v1Snippet(named, 'python')).toContain('retention_policy="raw"');
  expect(v1Snippet(named, 'telegraf')).toContain('retention_policy = "raw"');
});

test('what is not held is not shown', () => {
  expect(v1Snippet({ ...target, writes: false }, 'curl')).not.toContain('/write');
  expect(v1Snippet({ ...target, reads: false }, 'curl')).not.toContain('/query');
  expect(v1Snippet({ ...target, writes: false }, 'python')).not.toContain('write_points');
  expect(v1Snippet({ ...target, writes: false }, 'telegraf')).toMatch(/^# It may not write/);
});
