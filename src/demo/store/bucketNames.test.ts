import { expect, test } from 'vitest';
import { bucketNameProblem } from './bucketNames';
import { databaseOf } from './dbrps';
import { dbrpProblem } from './dbrpNames';

test.each([
  ['', null],
  ['..', null],
  ['a/b\n', null],
  ['with_under', null],
  ['_x', 'bucket name _x is invalid. Buckets may not start with underscore'],
  ['a"b', 'bucket name a"b is invalid. Bucket names may not include quotation marks'],
])('the bucket name %j: %s', (name, problem) => {
  expect(bucketNameProblem(name)).toBe(problem);
});

test.each([
  ['telegraf', 'telegraf', 'autogen'],
  ['db/rp', 'db', 'rp'],
  ['a/b/c', 'a', 'b/c'],
  ['/x', '', 'x'],
  ['x/', 'x', ''],
])('the bucket %j is the database %j with the policy %j', (name, database, retentionPolicy) => {
  expect(databaseOf(name)).toEqual({ database, retentionPolicy });
});

test.each([
  ['db', true],
  ['Ünï cödé', true],
  ['...', true],
  ['', false],
  ['.', false],
  ['..', false],
  ['a/b', false],
  ['a\\b', false],
  ['a\tb', false],
  ['a\u00a0b', false],
])('a stored mapping named %j is valid: %s', (name, valid) => {
  expect(dbrpProblem({ database: name, retention_policy: 'rp' }) === null).toBe(valid);
  expect(dbrpProblem({ database: 'db', retention_policy: name }) === null).toBe(valid);
});
