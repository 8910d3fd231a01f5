import { expect, it } from 'vitest';
import { paths, proxyPath, safeReturn } from './paths';

it('names with slashes and spaces stay one segment', () => {
  expect(paths.databaseExplorer('a/b', 'db one/rp')).toBe(
    '/servers/a%2Fb/databases/db%20one%2Frp/explorer',
  );
});

it('a bucket to write into is named in the query', () => {
  expect(paths.write('s', 'o', 'a&b')).toBe('/servers/s/orgs/o/write?bucket=a%26b');
});

it('the API stands below the base path', () => {
  expect(proxyPath('/tools/headgate/', 'demo')).toBe('/tools/headgate/proxy/demo');
});

it.each([
  ['/servers/demo/orgs?q=1', '/servers/demo/orgs?q=1'],
  ['//evil.example', undefined],
  ['/\\evil.example', undefined],
  ['https://evil.example', undefined],
  [null, undefined],
])('a return to %s is %s', (path, expected) => {
  expect(safeReturn(path)).toBe(expected);
});
