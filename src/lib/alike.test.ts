import { expect, test } from 'vitest';
import { areAlike } from './alike';
import { readOf, writeOf } from './permissions';

const one = {
  orgID: 'org',
  userID: 'user',
  description: 'sensor',
  permissions: [readOf('buckets', { id: 'b', orgID: 'org', name: 'air' }), writeOf('tasks')],
};

test('order, duplicates and names of resources do not count', () => {
  const [read, write] = one.permissions;
  const plain = readOf('buckets', { id: 'b', orgID: 'org' });
  expect(areAlike(one, { ...one, permissions: [write!, plain, read!] })).toBe(true);
});

test.each([
  [{ orgID: 'other' }],
  [{ userID: 'other' }],
  [{ description: 'other' }],
  [{ permissions: one.permissions.slice(1) }],
])('%j does', (change) => {
  expect(areAlike(one, { ...one, ...change })).toBe(false);
});
