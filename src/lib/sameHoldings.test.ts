import fc from 'fast-check';
import { expect, it } from 'vitest';
import { air, both, inBucket, iot, lab, ts } from '@/test/accessScene';
import { permission, permissions } from '@/test/permissionArbitraries';
import { permissionDiff } from './permissionDiff';
import { sameHoldings } from './sameHoldings';

it('finds those that hold the same in one org, whatever the order', () => {
  const set = [...both('buckets', inBucket(air)), ...both('buckets', inBucket(ts))];
  const rows = [
    { id: 1, orgID: iot, permissions: set },
    { id: 2, orgID: iot, permissions: set.slice(1) },
    { id: 3, orgID: iot, permissions: [...set].reverse() },
    { id: 4, orgID: lab, permissions: set },
    { id: 5, orgID: iot, permissions: [...set, ...set] },
  ];
  expect(sameHoldings(rows).map((same) => same.map(({ id }) => id))).toEqual([[1, 3, 5]]);
});

it('is never mistaken: in a group nobody gains anything from another', () => {
  const rows = fc.array(fc.array(permission, { maxLength: 2 }), { maxLength: 30 });
  fc.assert(
    fc.property(rows, (sets) => {
      const groups = sameHoldings(sets.map((held) => ({ orgID: iot, permissions: held })));
      for (const [first, ...others] of groups) {
        for (const other of others) {
          const diff = permissionDiff(first?.permissions ?? [], other.permissions, {
            buckets: new Map(),
          });
          expect(diff.isSame).toBe(true);
        }
      }
    }),
  );
});

it('misses no twin', () => {
  fc.assert(
    fc.property(permissions, (held) => {
      const twins = [held, [...held].reverse()].map((one) => ({ orgID: iot, permissions: one }));
      expect(sameHoldings(twins)).toEqual([twins]);
    }),
  );
});
