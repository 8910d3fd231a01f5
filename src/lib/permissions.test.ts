import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Permission } from './permissions';
import { covers, distinct, parsePermission, permissionText, readOf, writeOf } from './permissions';

const O = '0a00000000000001';
const P = '0a00000000000002';
const B = '0b00000000000001';

const id = fc.stringMatching(/^[0-9a-f]{16}$/);
const permission: fc.Arbitrary<Permission> = fc.record({
  action: fc.constantFrom('read', 'write'),
  resource: fc.record(
    { type: fc.constantFrom('buckets', 'users', 'checks'), orgID: id, id },
    { requiredKeys: ['type'] },
  ),
});

describe('printing', () => {
  it.each([
    [readOf('buckets', { orgID: O, id: B }), `read:orgs/${O}/buckets/${B}`],
    [writeOf('buckets', { orgID: O }), `write:orgs/${O}/buckets`],
    [readOf('users', { id: B }), `read:users/${B}`],
    [writeOf('orgs'), 'write:orgs'],
    [writeOf('orgs', { id: O, orgID: O }), `write:orgs/${O}/orgs/${O}`],
  ])('prints as the server does: %j', (given, text) => {
    expect(permissionText(given)).toBe(text);
  });

  it('reads back what it printed', () => {
    fc.assert(
      fc.property(permission, (given) => {
        expect(parsePermission(permissionText(given))).toEqual(given);
      }),
    );
  });

  it.each(['unauthorized access', 'read:', 'own:buckets', `read:orgs/${O}/`])(
    'is no permission: %s',
    (text) => expect(parsePermission(text)).toBeUndefined(),
  );

  it('reads org-level ids as such: read:orgs/O is one org, not a scope', () => {
    expect(parsePermission(`read:orgs/${O}`)).toEqual(readOf('orgs', { id: O }));
  });
});

describe('covering', () => {
  const bucket = readOf('buckets', { orgID: O, id: B });
  it.each<[string, Permission, Permission, boolean]>([
    ['unscoped covers one', readOf('buckets'), bucket, true],
    ['org-wide covers one in it', readOf('buckets', { orgID: O }), bucket, true],
    ['org-wide of another org does not', readOf('buckets', { orgID: P }), bucket, false],
    ['by id, whatever the org', readOf('buckets', { orgID: P, id: B }), bucket, true],
    ['by id does not cover all', bucket, readOf('buckets', { orgID: O }), false],
    ['write does not imply read', writeOf('buckets'), bucket, false],
    ['another type does not', readOf('checks'), bucket, false],
    ['instance covers every type', readOf('instance'), bucket, true],
    ['users by org match nobody', readOf('users', { orgID: O }), readOf('users', { id: B }), false],
  ])('%s', (_, granted, needed, expected) => {
    expect(covers(granted, needed)).toBe(expected);
  });

  it('everything covers itself', () => {
    fc.assert(
      fc.property(permission, (given) => {
        expect(covers(given, given)).toBe(true);
      }),
    );
  });
});

it('duplicates and display names do not count', () => {
  const named = readOf('buckets', { id: B, name: 'b0', org: 'acme' });
  expect(distinct([named, readOf('buckets', { id: B })])).toEqual([readOf('buckets', { id: B })]);
});
