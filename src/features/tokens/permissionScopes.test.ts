import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Permission } from '@/lib/permissions';
import { distinct, readOf, writeOf } from '@/lib/permissions';
import { air, around, both, gone, iot, lab, operatorSet } from '@/test/accessScene';
import { permissionScopes } from './permissionScopes';

const lines = (permissions: Permission[]) =>
  permissionScopes(permissions, around).map(
    ({ resource, scope, name, reads, writes }) =>
      `${resource.type} ${scope} ${name} ${reads ? 'r' : ''}${writes ? 'w' : ''}`,
  );

test('each thing has a line, by type in the server’s order, the widest scope first', () => {
  expect(
    lines([
      readOf('tasks', { orgID: iot }),
      writeOf('buckets', { id: air.id, orgID: iot }),
      readOf('buckets', { orgID: lab }),
      readOf('buckets', { id: air.id }),
      writeOf('buckets'),
    ]),
  ).toEqual([
    'buckets Global every org w',
    'buckets Org lab r',
    'buckets Resource airsensors rw',
    'tasks Org iot r',
  ]);
});

test('the operator set is a line a type', () => {
  expect(lines(operatorSet)).toHaveLength(around.types.length);
});

test('what is gone and what matches nothing is marked', () => {
  const [bucket, users] = permissionScopes(
    [readOf('buckets', { id: gone }), readOf('users', { orgID: iot })],
    around,
  );
  expect(bucket).toMatchObject({ isGone: true, name: gone });
  expect(users).toMatchObject({ isIdle: true, name: 'iot' });
});

test('a type that only a newer server knows has its line', () => {
  expect(lines(both('gadgets', { orgID: iot }))).toEqual(['gadgets Org iot rw']);
});

test('no permission is lost, and none is made up', () => {
  const permission = fc.record({
    action: fc.constantFrom('read' as const, 'write' as const),
    resource: fc.record(
      {
        type: fc.constantFrom('buckets', 'orgs', 'users', 'tasks', 'gadgets'),
        orgID: fc.constantFrom(iot, lab),
        id: fc.constantFrom(air.id, gone),
      },
      { requiredKeys: ['type'] },
    ),
  });
  fc.assert(
    fc.property(fc.array(permission), (permissions) => {
      const held = permissionScopes(permissions, around).reduce(
        (sum, { reads, writes }) => sum + Number(reads) + Number(writes),
        0,
      );
      // Beside an id the org does not matter.
      const asked = permissions.map(({ action, resource: { type, orgID, id } }) => ({
        action,
        resource: id ? { type, id } : { type, ...(orgID && { orgID }) },
      }));
      expect(held).toBe(distinct(asked).length);
    }),
  );
});
