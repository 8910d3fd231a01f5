import fc from 'fast-check';
import { expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import { readOf, writeOf } from './permissions';
import { orgRoles } from './orgRoles';
import { orgRolePermissions } from './rolePermissions';

const self = (id: string) => [readOf('users', { id }), writeOf('users', { id })];

test('roles are read from what they grant, whichever and however many', () => {
  const role = fc.constantFrom('owner' as const, 'member' as const);
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[0-9a-f]{16}$/), role), (given) => {
      const permissions = Object.entries(given).flatMap(([orgID, each]) =>
        orgRolePermissions(each, orgID, knownTypes),
      );
      const { roles, isInstanceOwner } = orgRoles([...permissions, ...self('u')]);
      expect(Object.fromEntries(roles.map(({ orgID, role: is }) => [orgID, is]))).toEqual({
        ...given,
      });
      expect(isInstanceOwner).toBe(false);
    }),
  );
});

test('who set the server up is known', () => {
  const held = [...self('u'), readOf('instance'), writeOf('instance')];
  expect(orgRoles(held)).toEqual({ roles: [], isInstanceOwner: true });
});
