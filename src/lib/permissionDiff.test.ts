import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { air, around, both, inBucket, iot, monitoring, ts } from '@/test/accessScene';
import { buckets, knowing, permissions } from '@/test/permissionArbitraries';
import { permissionDiff } from './permissionDiff';
import { anyCovers, readOf, writeOf } from './permissions';

describe('the difference', () => {
  it('names permissions and buckets that are gained and lost', () => {
    const before = [...both('buckets', inBucket(air)), readOf('orgs', { id: iot })];
    const after = [readOf('buckets', inBucket(air)), writeOf('buckets', inBucket(ts))];
    expect(permissionDiff(before, after, around)).toEqual({
      gained: [writeOf('buckets', inBucket(ts))],
      lost: [writeOf('buckets', inBucket(air)), readOf('orgs', { id: iot })],
      buckets: [
        { bucket: air, gained: [], lost: ['write'] },
        { bucket: ts, gained: ['write'], lost: [] },
        { bucket: monitoring, gained: [], lost: ['read'] },
      ],
      isSame: false,
    });
  });

  it('one bucket instead of all of them is a loss, and no gain', () => {
    const { gained, lost } = permissionDiff(
      both('buckets', { orgID: iot }),
      both('buckets', inBucket(air)),
      around,
    );
    expect({ gained, lost }).toEqual({ gained: [], lost: both('buckets', { orgID: iot }) });
  });

  it('of a set with itself is empty, whatever the order', () => {
    fc.assert(
      fc.property(permissions, buckets, (held, all) => {
        const same = permissionDiff(held, [...held].reverse(), knowing(all));
        expect(same).toEqual({ gained: [], lost: [], buckets: [], isSame: true });
      }),
    );
  });

  it('gains one way what it loses the other way', () => {
    fc.assert(
      fc.property(permissions, permissions, buckets, (some, others, all) => {
        const there = permissionDiff(some, others, knowing(all));
        const back = permissionDiff(others, some, knowing(all));
        expect(back.lost).toEqual(there.gained);
        expect(back.gained).toEqual(there.lost);
        expect(back.buckets).toEqual(
          there.buckets.map(({ bucket, gained, lost }) => ({ bucket, gained: lost, lost: gained })),
        );
      }),
    );
  });

  it('together with what it had, what it gains covers all of the new set', () => {
    fc.assert(
      fc.property(permissions, permissions, (before, after) => {
        const { gained } = permissionDiff(before, after, around);
        for (const one of after) expect(anyCovers([...before, ...gained], one)).toBe(true);
      }),
    );
  });
});
