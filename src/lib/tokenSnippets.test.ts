import { expect, test } from 'vitest';
import { tokenSnippets } from './tokenSnippets';

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
