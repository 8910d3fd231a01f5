import { expect, test } from 'vitest';
import type { Credential } from '@/lib/surroundings';
import { readOf, writeOf } from '@/lib/permissions';
import {
  air,
  allAccessSet,
  around,
  both,
  credential,
  inBucket,
  iot,
  operatorSet,
  otto,
  ts,
} from '@/test/accessScene';
import { lossesOf } from './losses';

const rwAir = () => credential(both('buckets', inBucket(air)));

function lost(leaving: Credential[], staying: Credential[], seen = around) {
  const { unread, unwritten, noOperator } = lossesOf(leaving, [...leaving, ...staying], seen);
  return { r: unread.map(({ name }) => name), w: unwritten.map(({ name }) => name), noOperator };
}

test('a bucket loses its last reader and writer', () => {
  expect(lost([rwAir()], [])).toEqual({ r: ['airsensors'], w: ['airsensors'], noOperator: false });
});

test.each([
  ['another token', rwAir(), [], []],
  ['a v1 user', { ...rwAir(), kind: 'v1 user' as const }, [], []],
  ['only a reader', credential([readOf('buckets', inBucket(air))]), [], ['airsensors']],
  ['an org-wide writer', credential([writeOf('buckets', { orgID: iot })]), ['airsensors'], []],
  ['an inactive one', { ...rwAir(), status: 'inactive' as const }, ['airsensors'], ['airsensors']],
  ['one of an inactive owner', { ...rwAir(), userID: otto }, ['airsensors'], ['airsensors']],
  ['all-access', credential(allAccessSet()), ['airsensors'], ['airsensors']],
  ['an operator', credential(operatorSet), ['airsensors'], ['airsensors']],
])('what stays: %s', (_name, staying, r, w) => {
  expect(lost([rwAir()], [staying])).toMatchObject({ r, w });
});

test('several that leave together are no help to each other', () => {
  expect(lost([rwAir(), rwAir()], [])).toMatchObject({ r: ['airsensors'] });
});

test('nothing is lost with one that the server refused anyway', () => {
  expect(lost([{ ...rwAir(), status: 'inactive' }], [])).toMatchObject({ r: [], w: [] });
});

test('a token that reaches everything is not what a bucket lives by', () => {
  const both2 = credential([...both('buckets', inBucket(air)), ...both('buckets', inBucket(ts))]);
  expect(lost([credential(allAccessSet())], [])).toMatchObject({ r: [], w: [] });
  expect(lost([both2], [rwAir()])).toMatchObject({ r: ['ts-bucket'], w: ['ts-bucket'] });
});

test('operator and all-access tokens that stay are told of', () => {
  const backed = (...staying: Credential[]) => {
    const leaving = [rwAir()];
    return lossesOf(leaving, [...leaving, ...staying], around).isBacked;
  };
  expect(backed()).toBe(false);
  expect(backed(credential(allAccessSet()))).toBe(true);
  expect(backed(credential(operatorSet))).toBe(true);
  expect(backed(credential(operatorSet, { status: 'inactive' }))).toBe(false);
});

test('no operator token is left', () => {
  const operator = () => credential(operatorSet);
  expect(lost([operator()], [])).toMatchObject({ noOperator: true });
  expect(lost([operator(), operator()], [])).toMatchObject({ noOperator: true });
  expect(lost([operator()], [operator()])).toMatchObject({ noOperator: false });
  expect(lost([operator()], [{ ...operator(), status: 'inactive' }])).toMatchObject({
    noOperator: true,
  });
  expect(lost([rwAir()], [])).toMatchObject({ noOperator: false });
  expect(lost([operator()], [], { ...around, isComplete: false })).toMatchObject({
    noOperator: false,
  });
});
