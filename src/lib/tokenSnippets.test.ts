import { expect, test } from 'vitest';
import { readOf, writeOf } from './permissions';
import { snippetTarget, tokenSnippets } from './tokenSnippets';

const place = { orgID: '0a', org: 'iot' };

function codeOf(label: string, target: Parameters<typeof tokenSnippets>[0]) {
  return tokenSnippets(target).find((each) => each.label === label)?.code;
}

test('a bucket that is written has a write in each, and Telegraf', () => {
  const target = { ...place, write: "it's" };
  expect(tokenSnippets(target).map(({ label }) => label)).toEqual(['curl', 'Telegraf', 'Python']);
  expect(codeOf('curl', target)).toContain('org=0a&bucket=it%27s"');
  expect(codeOf('Telegraf', target)).toContain('bucket = "it\'s"');
  expect(codeOf('Python', target)).toContain('bucket="it\'s"');
  expect(codeOf('Python', target)).not.toContain('query_api');
});

test('one that is only read has queries, quoted for each language', () => {
  const target = { ...place, read: 'a "b"' };
  expect(tokenSnippets(target).map(({ label }) => label)).toEqual(['curl', 'Python']);
  expect(codeOf('curl', target)).toContain(`'from(bucket: "a \\"b\\"") |>`);
  expect(codeOf('Python', target)).toContain('from(bucket: \\"a \\\\\\"b\\\\\\"\\")');
});

test('a token without a bucket is tried by asking who it is', () => {
  expect(codeOf('curl', place)).toContain('/api/v2/me');
  expect(codeOf('Python', place)).toContain('users_api().me()');
});

const bucket = (id: string, type: 'user' | 'system' = 'user') =>
  [id, { id, orgID: '0a', name: `bucket ${id}`, type }] as const;

const around = {
  types: [],
  orgs: new Map([['0a', 'iot']]),
  buckets: new Map([bucket('1', 'system'), bucket('2'), bucket('3')]),
  users: new Map(),
  isComplete: true,
};

test.each([
  ['one by id', [writeOf('buckets', { orgID: '0a', id: '3' })], { write: 'bucket 3' }],
  ['all of an org', [readOf('buckets', { orgID: '0a' })], { read: 'bucket 2' }],
  ['no bucket', [readOf('tasks', { orgID: '0a' })], {}],
])('what is tried is a bucket that the token reaches: %s', (_case, permissions, reached) => {
  expect(snippetTarget(permissions, '0a', around)).toEqual({ ...place, ...reached });
});

test('the name of a bucket starts no interpolation in Flux', () => {
  expect(codeOf('curl', { ...place, read: '${x}' })).toContain('\\${x}');
});
