import { execFile } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { serve } from '@hono/node-server';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { bucketCalls } from '@/api/buckets';
import { dbrpCalls } from '@/api/dbrps';
import { memberCalls } from '@/api/members';
import { orgCalls } from '@/api/orgs';
import { tokenCalls } from '@/api/tokens';
import { userCalls } from '@/api/users';
import { v1UserCalls } from '@/api/v1Users';
import { allAccessPermissions, operatorPermissions } from '@/demo/permissions';
import { seededRandom } from '@/demo/seed/random';
import type { DemoState } from '@/demo/state';
import { demoClient } from '@/test/demoClient';
import type { DemoClient } from '@/test/demoClient';
import type { ApiCall } from './apiCall';
import { queryString } from './apiCall';
import { readOf, writeOf } from './permissions';
import { previewCode } from './requestPreview';

const run = promisify(execFile);
const PASSWORD = 'not-12-easy $HOME';

/** Servers whose clock stands and whose dice are alike: the same requests leave the same state. */
function server(): DemoClient {
  const now = Date.parse('2026-01-02T03:04:05Z');
  return demoClient({ now: () => now, random: seededRandom(7) });
}

/** All that the writes can change. */
function stateOf({ state }: DemoClient): Partial<Record<keyof DemoState, unknown>> {
  const { orgs, users, buckets, tokens, v1Users, dbrps, dbrpDefaults, mappings } = state;
  return { orgs, users, buckets, tokens, v1Users, dbrps, dbrpDefaults, mappings };
}

/** Every kind of write there is, each once at least, on what those before it made. */
async function performAll(demo: DemoClient): Promise<ApiCall[]> {
  const calls: ApiCall[] = [];
  const { orgID, bucketID, userID } = demo;
  const send = async (call: ApiCall): Promise<string> => {
    calls.push(call);
    const path = call.path + queryString(call.query);
    const { status, body } = await demo.send(call.method, path, call.body);
    expect(status, `${call.method} ${path}: ${JSON.stringify(body)}`).toBeLessThan(300);
    return (body as { id: string } | null)?.id ?? '';
  };

  const own = { orgID, userID };
  const onBucket = { orgID, id: bucketID };
  const permissions = [readOf('buckets', onBucket), writeOf('buckets', onBucket)];
  const description = 'it\'s $HOME `id` "x" – ü';
  const token = await send(tokenCalls.create({ ...own, description, permissions }));
  await send(tokenCalls.create({ orgID, description: '', permissions: operatorPermissions() }));
  const all = allAccessPermissions(orgID, userID);
  const gone = await send(tokenCalls.create({ ...own, description: 'all', permissions: all }));
  await send(tokenCalls.update({ id: token, patch: { status: 'inactive', description: '-n' } }));
  await send(tokenCalls.remove(gone));

  const v1 = { ...own, token: 'a b', description, permissions };
  const v1User = await send(v1UserCalls.create(v1));
  const goneV1 = await send(v1UserCalls.create({ ...v1, token: 'other' }));
  await send(v1UserCalls.setPassword({ id: v1User, password: PASSWORD }));
  await send(v1UserCalls.update({ id: v1User, patch: { status: 'inactive' } }));
  await send(v1UserCalls.remove(goneV1));

  const mapping = { orgID, bucketID, database: 'db 1', retention_policy: 'rp' };
  const dbrp = await send(dbrpCalls.create({ ...mapping, default: true }));
  const goneDbrp = await send(dbrpCalls.create({ ...mapping, retention_policy: 'rp2' }));
  await send(dbrpCalls.update({ id: dbrp, orgID, patch: { default: false } }));
  await send(dbrpCalls.remove({ id: goneDbrp, orgID }));

  const user = await send(userCalls.create({ name: 'mo' }));
  const goneUser = await send(userCalls.create({ name: 'ann' }));
  await send(userCalls.setPassword({ id: user, password: PASSWORD }));
  await send(userCalls.update({ id: user, patch: { name: 'moe', status: 'inactive' } }));
  await send(memberCalls.add({ orgID, userID: user, role: 'member' }));
  await send(memberCalls.add({ orgID, userID: goneUser, role: 'owner' }));
  await send(memberCalls.remove({ orgID, userID: user, role: 'member' }));
  await send(userCalls.remove(goneUser));

  const org = await send(orgCalls.create({ name: 'second', description: '' }));
  const bucket = await send(bucketCalls.create({ orgID: org, name: 'b', retentionRules: [] }));
  await send(bucketCalls.name({ id: bucket, patch: { description } }));
  await send(bucketCalls.remove(bucket));
  await send(orgCalls.remove(org));
  return calls;
}

/** The address of a demo that listens. */
async function listen({ handle }: DemoClient): Promise<string> {
  const listening = serve({ fetch: handle, port: 0, hostname: '127.0.0.1' });
  onTestFinished(() => void listening.close());
  if (!listening.listening) await once(listening, 'listening');
  return `http://127.0.0.1:${(listening.address() as AddressInfo).port}`;
}

let calls: ApiCall[] = [];
let wanted: unknown;

beforeAll(async () => {
  const demo = server();
  calls = await performAll(demo);
  wanted = stateOf(demo);
});

async function stateAfter(command: string, ...words: string[]): Promise<unknown> {
  const demo = server();
  const env = {
    ...process.env,
    INFLUX_HOST: await listen(demo),
    INFLUX_TOKEN: demo.operator,
    PASSWORD,
  };
  await run(command, words, { env });
  return stateOf(demo);
}

test('the curl form does to a server what was sent', async () => {
  expect(await stateAfter('sh', '-ec', previewCode(calls, 'curl'))).toEqual(wanted);
});

test('the JavaScript form does to a server what was sent', async () => {
  const code = previewCode(calls, 'javascript');
  expect(await stateAfter('node', '--input-type=module', '--eval', code)).toEqual(wanted);
});

test.each(['curl', 'cli', 'python', 'javascript'] as const)('%s shows no password', (kind) => {
  expect(previewCode(calls, kind)).not.toContain('not-12-easy');
});
