import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  air,
  allAccessSet,
  around,
  both,
  credential,
  inBucket,
  lab,
  monitoring,
  operatorSet,
  otto,
  tests,
  ts,
} from '@/test/accessScene';
import { buckets, credentials, knowing } from '@/test/permissionArbitraries';
import { accessColumns } from './accessColumns';
import { invertAccess, inversionBuffers } from './accessInversion';
import { accessOf } from './accessLookup';
import { bucketReach } from './bucketReach';
import { readOf, writeOf } from './permissions';
import type { Credential, KnownBucket, Surroundings } from './surroundings';
import { isUsable } from './surroundings';

function accessIn(all: readonly Credential[], known: readonly KnownBucket[], here: Surroundings) {
  return accessOf(invertAccess(accessColumns(all, known, here)), all, known);
}

/** Credential by credential, permission by permission. */
function naive(all: readonly Credential[], bucket: KnownBucket) {
  return all.flatMap((one) =>
    bucketReach(one.permissions, [bucket]).map(({ read, write }) => ({
      credential: one,
      reads: read !== undefined,
      writes: write !== undefined,
    })),
  );
}

describe('who reaches what', () => {
  it('is the same as asking every credential about every bucket', () => {
    fc.assert(
      fc.property(credentials, buckets, (all, known) => {
        const here = knowing(known);
        const access = accessIn(all, known, here);
        for (const bucket of known) {
          const reachers = naive(all, bucket);
          expect(access.reachers(bucket.id)).toEqual(reachers);
          const working = reachers.filter((one) => isUsable(one.credential, here));
          expect(access.counts(bucket.id)).toMatchObject({
            readers: working.filter(({ reads }) => reads).length,
            writers: working.filter(({ writes }) => writes).length,
            idle: reachers.length - working.length,
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the same from the side of a credential', () => {
    fc.assert(
      fc.property(credentials, buckets, (all, known) => {
        const access = accessIn(all, known, knowing(known));
        for (const one of all) {
          const reached = bucketReach(one.permissions, known).map(({ bucket, read, write }) => ({
            bucket,
            reads: read !== undefined,
            writes: write !== undefined,
          }));
          expect(access.reach(one)).toEqual(reached);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('counts own readers and writers without operator and all-access tokens', () => {
    const all = [
      credential(operatorSet),
      credential(operatorSet, { kind: 'v1 user' }),
      credential(allAccessSet()),
      credential(allAccessSet(lab), { orgID: lab }),
      credential([readOf('buckets', inBucket(air))]),
      credential([writeOf('buckets', inBucket(air))], { userID: otto }),
      credential(both('buckets', inBucket(air)), { status: 'inactive' }),
    ];
    const known = [air, ts, tests, monitoring];
    const access = accessIn(all, known, around);
    expect(known.map(({ id }) => access.counts(id))).toEqual([
      { readers: 4, writers: 3, ownReaders: 2, ownWriters: 1, idle: 2 },
      { readers: 3, writers: 3, ownReaders: 1, ownWriters: 1, idle: 0 },
      { readers: 3, writers: 3, ownReaders: 1, ownWriters: 1, idle: 0 },
      { readers: 3, writers: 3, ownReaders: 1, ownWriters: 1, idle: 0 },
    ]);
  });

  it('knows nothing of what it was not given', () => {
    const access = accessIn([credential(operatorSet)], [air], around);
    expect(access.counts(ts.id)).toBeUndefined();
    expect(access.reachers(ts.id)).toEqual([]);
    expect(access.reach(credential(operatorSet))).toEqual([]);
    expect(accessIn([], [], around).buckets).toEqual([]);
  });

  it('moves every array it is made of', () => {
    const inversion = invertAccess(accessColumns([credential(operatorSet)], [air], around));
    const moved = new Set(inversionBuffers(inversion));
    const { byBucket, byCredential, totals } = inversion;
    const arrays = [byBucket, byCredential, totals].flatMap(
      (part) => Object.values(part) as (Uint8Array | Uint32Array)[],
    );
    expect(arrays.length).toBe(11);
    for (const { buffer } of arrays) expect(moved.has(buffer as ArrayBuffer)).toBe(true);
  });
});
