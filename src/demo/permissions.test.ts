import { expect, test } from 'vitest';
import {
  allAccessPermissions,
  anyCovers,
  operatorPermissions,
  orgMemberPermissions,
  orgOwnerPermissions,
  permissionText,
} from './permissions';
import type { Permission } from './state';

/** From the server's own way of printing. */
function parsed(text: string): Permission {
  const [action = '', path = ''] = text.split(':');
  const parts = path.split('/');
  const orgID = parts[0] === 'orgs' && parts.length > 2 ? parts[1] : undefined;
  const [type = '', id] = orgID === undefined ? parts : parts.slice(2);
  return {
    action: action as Permission['action'],
    resource: { type, ...(orgID ? { orgID } : {}), ...(id ? { id } : {}) },
  };
}

test.each([
  ['read:buckets', 'read:orgs/o/buckets/b', true],
  ['read:buckets', 'write:orgs/o/buckets/b', false],
  ['write:buckets', 'read:orgs/o/buckets/b', false],
  ['read:orgs/o/buckets', 'read:orgs/o/buckets/b', true],
  ['read:orgs/p/buckets', 'read:orgs/o/buckets/b', false],
  ['read:orgs/o/buckets', 'read:buckets', false],
  ['read:orgs/o/buckets/b', 'read:orgs/o/buckets/b', true],
  ['read:orgs/o/buckets/b', 'read:orgs/o/buckets/c', false],
  // With an id on both sides the orgs are not compared.
  ['read:buckets/b', 'read:orgs/o/buckets/b', true],
  ['read:orgs/p/buckets/b', 'read:orgs/o/buckets/b', true],
  ['read:orgs/o/buckets/b', 'read:orgs/o/buckets', false],
  // Users are always asked by id.
  ['read:orgs/o/users', 'read:users/u', false],
  ['read:orgs/o', 'read:orgs/o', true],
  ['read:orgs', 'read:orgs/o', true],
  ['read:instance', 'read:orgs/o/secrets', true],
  ['read:instance', 'write:orgs/o/secrets', false],
  ['read:labels', 'read:buckets', false],
])('%s covers %s: %s', (granted, needed, expected) => {
  expect(anyCovers([parsed(granted)], parsed(needed))).toBe(expected);
});

test.each(['read:buckets', 'write:users/u', 'read:orgs/o/buckets', 'write:orgs/o/orgs/o'])(
  '%s is printed as it was read',
  (text) => {
    expect(permissionText(parsed(text))).toBe(text);
  },
);

test.each([
  ['operator', operatorPermissions(), 44],
  ['all-access', allAccessPermissions('o', 'u'), 43],
  ['org owner', orgOwnerPermissions('o'), 44],
  ['org member', orgMemberPermissions('o'), 22],
] as const)('the %s set has as many permissions as the server gives', (_name, set, size) => {
  expect(new Set(set.map(permissionText)).size).toBe(size);
});

test('an all-access token reads its org but may not rename it', () => {
  const texts = allAccessPermissions('o', 'u').map(permissionText);
  expect(texts).toContain('read:orgs/o');
  expect(texts).not.toContain('write:orgs/o');
});
