import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Permission } from './permissions';
import { anyCovers, readOf, writeOf } from './permissions';
import { grantOf, grantsOf, isSameGrants, noGrants, permissionsOf, withGrant } from './v1Grants';

const ids = ['A', 'B', 'C'];
const permission = fc.oneof(
  fc
    .tuple(fc.constantFrom(readOf, writeOf), fc.constantFrom(...ids))
    .map(([of, id]) => of('buckets', { orgID: 'O', id })),
  fc.constantFrom<Permission>(readOf('buckets', { orgID: 'O' }), readOf('tasks', { orgID: 'O' })),
);

test('toggling nothing loses and gains nothing', () => {
  fc.assert(
    fc.property(fc.array(permission), (held) => {
      const back = permissionsOf(grantsOf(held), () => 'O');
      for (const one of held) expect(anyCovers(back, one)).toBe(true);
      for (const one of back) expect(anyCovers(held, one)).toBe(true);
      expect(isSameGrants(grantsOf(held), grantsOf(back))).toBe(true);
    }),
  );
});

test('a chip changes its own bucket and action, and twice is back', () => {
  fc.assert(
    fc.property(
      fc.array(permission),
      fc.constantFrom(...ids),
      fc.constantFrom('read' as const, 'write' as const),
      (held, id, action) => {
        const before = grantsOf(held);
        const was = grantOf(before, id)[action];
        const after = withGrant(before, id, action, !was);
        expect(grantOf(after, id)[action]).toBe(!was);
        expect(isSameGrants(before, after)).toBe(false);
        expect(isSameGrants(before, withGrant(after, id, action, was))).toBe(true);
      },
    ),
  );
});

test('an org that is not known is left out: the server takes ids alone', () => {
  const grants = withGrant(noGrants, 'A', 'read', true);
  expect(permissionsOf(grants, () => undefined)).toEqual([readOf('buckets', { id: 'A' })]);
});
