import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buckets, permission, permissions } from '@/test/permissionArbitraries';
import { bucketReach } from './bucketReach';
import { bitOf, heldOn, heldOnBucket, indexCovers, indexOf } from './permissionIndex';
import { anyCovers, distinct, permissionText } from './permissions';
import { neededFor } from './surroundings';

describe('an index of permissions', () => {
  it('covers what one of the permissions covers', () => {
    fc.assert(
      fc.property(permissions, permission, (held, needed) => {
        // Nobody asks for `instance` itself.
        fc.pre(needed.resource.type !== 'instance');
        expect(indexCovers(indexOf(held), needed)).toBe(anyCovers(held, needed));
      }),
      { numRuns: 500 },
    );
  });

  it('knows what is held on a bucket as the server is asked for it', () => {
    fc.assert(
      fc.property(permissions, buckets, (held, all) => {
        for (const bucket of all) {
          const bits = heldOnBucket(indexOf(held), bucket);
          for (const action of ['read', 'write'] as const) {
            const needed = neededFor(action, bucket);
            expect((bits & bitOf[action]) !== 0, `${action} ${bucket.type}`).toBe(
              anyCovers(held, needed),
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on order or duplicates', () => {
    fc.assert(
      fc.property(permissions, permission, (held, { resource }) => {
        const mixed = [...held, ...held].reverse();
        expect(heldOn(indexOf(mixed), resource)).toBe(heldOn(indexOf(held), resource));
      }),
    );
  });

  it('is kept as long as the list', () => {
    fc.assert(
      fc.property(permissions, (held) => {
        expect(indexOf(held)).toBe(indexOf(held));
      }),
    );
  });
});

it('the reason a bucket is reached covers what is needed, and is one of those held', () => {
  fc.assert(
    fc.property(permissions, buckets, (held, all) => {
      for (const reached of bucketReach(held, all)) {
        const actions = (['read', 'write'] as const).filter((action) => reached[action]);
        expect(actions).not.toEqual([]);
        const reasons = actions.flatMap((action) => reached[action] ?? []);
        expect(held).toEqual(expect.arrayContaining(reasons));
        for (const action of actions) {
          expect(anyCovers(reasons, neededFor(action, reached.bucket))).toBe(true);
        }
      }
    }),
  );
});

it('what is distinct is there once, in the order it came', () => {
  fc.assert(
    fc.property(permissions, (held) => {
      const texts = distinct([...held, ...held]).map(permissionText);
      expect(texts).toEqual([...new Set(held.map(permissionText))]);
    }),
  );
});
