import fc from 'fast-check';
import { expect, test } from 'vitest';
import { denialOf, orgOfPermission } from './denial';
import type { Permission } from './permissions';
import { permissionText, readOf, writeOf } from './permissions';

const org = '05a1000000000001';
const id = '05c1000000000001';

test.each([
  ['write:orgs is unauthorized', { kind: 'missing', permission: writeOf('orgs') }],
  [
    `write:orgs/${org}/orgs/${org} is unauthorized`,
    { kind: 'missing', permission: writeOf('orgs', { orgID: org, id: org }) },
  ],
  [
    `permission read:orgs/${org}/buckets/${id} is not allowed: read:orgs/${org}/buckets/${id} is unauthorized`,
    { kind: 'granting', permission: readOf('buckets', { orgID: org, id }) },
  ],
  ['insufficient permissions for write', { kind: 'writing' }],
  ['insufficient permissions for write: token is inactive', { kind: 'token inactive' }],
  ['insufficient permissions to delete', { kind: 'deleting' }],
  ['token is inactive', { kind: 'token inactive' }],
  ['User is inactive', { kind: 'user inactive' }],
])('%s', (message, denial) => {
  expect(denialOf(message)).toEqual(denial);
});

test.each([
  'unauthorized access',
  'Unauthorized',
  'this is unauthorized',
  'your username or password is incorrect',
  'failed to find task: unauthorized',
  'access to /api/v2/config requires operator permissions',
  '',
])('“%s” names no permission', (message) => {
  expect(denialOf(message)).toBeUndefined();
});

test('whatever permission a server prints is read back', () => {
  const ids = fc.stringMatching(/^[0-9a-f]{16}$/);
  const place = fc.record({ orgID: ids, id: ids }, { requiredKeys: [] });
  const permission: fc.Arbitrary<Permission> = fc
    .tuple(
      fc.constantFrom('read' as const, 'write' as const),
      fc.stringMatching(/^[a-zA-Z]+$/),
      place,
    )
    .map(([action, type, resource]) => ({ action, resource: { type, ...resource } }));
  fc.assert(
    fc.property(permission, (lacked) => {
      const message = `${permissionText(lacked)} is unauthorized`;
      const denial = denialOf(message);
      expect(denial?.kind === 'missing' && permissionText(denial.permission)).toBe(
        permissionText(lacked),
      );
    }),
  );
});

test.each<[Permission, string | undefined]>([
  [writeOf('tasks', { orgID: org }), org],
  [readOf('orgs', { id: org }), org],
  [writeOf('orgs'), undefined],
  [writeOf('users', { id }), undefined],
  [readOf('buckets'), undefined],
])('%j is for the owners of %s', (permission, wanted) => {
  expect(orgOfPermission(permission)).toBe(wanted);
});
