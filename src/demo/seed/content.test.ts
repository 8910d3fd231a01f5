import { expect, test } from 'vitest';
import { testDemo } from '@/demo/testing';
import type { TestDemo } from '@/demo/testing';
import type { DemoCredential } from '@/lib/headgateJson';
import { DEMO_CREDENTIALS } from './credentials';

type Headers = Record<string, string>;

/** Signs in as a person would, and gives what to send from then on. */
async function signIn(demo: TestDemo, credential: DemoCredential): Promise<Headers> {
  const { token = '', username = '', password = '' } = credential;
  if (credential.kind === 'token') return { Authorization: `Token ${token}` };
  const basic = { Authorization: `Basic ${btoa(`${username}:${password}`)}` };
  const answer = await demo.ask('POST', '/api/v2/signin', { headers: basic });
  return { Cookie: answer.headers.get('Set-Cookie')?.split(';')[0] ?? '' };
}

async function bucketNames(demo: TestDemo, headers: Headers): Promise<string[]> {
  const { body } = await demo.ask('GET', '/api/v2/buckets', { headers });
  const { buckets } = body as { buckets: { name: string; type: string }[] };
  return buckets.flatMap(({ name, type }) => (type === 'user' ? [name] : [])).sort();
}

test.each([
  ['Operator token', ['airsensors', 'machines', 'ts-bucket']],
  ['All-access token of iot', ['airsensors', 'ts-bucket']],
  ['Read/write token of airsensors', ['airsensors']],
  ['Read/write token of ts-bucket', ['ts-bucket']],
  ['User admin', ['airsensors', 'machines', 'ts-bucket']],
  ['User mira', ['airsensors', 'ts-bucket']],
])('%s reaches what it is said to reach', async (label, expected) => {
  const demo = testDemo({ strongPasswords: true });
  const credential = DEMO_CREDENTIALS.find((one) => one.label === label);
  expect(credential).toBeDefined();
  expect(await bucketNames(demo, await signIn(demo, credential!))).toEqual(expected);
});

test('a link to an org or a bucket still leads there after a restart', () => {
  const ids = () => {
    const { orgs, buckets } = testDemo().state;
    return [...orgs.keys(), ...buckets.keys()];
  };
  expect(ids()).toEqual(ids());
});
