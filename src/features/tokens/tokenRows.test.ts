import { beforeEach, expect, test } from 'vitest';
import type { Caller } from '@/api/caller';
import { connect, open } from '@/api/client';
import type { Token } from '@/api/tokens';
import type { Permission } from '@/lib/permissions';
import { readOf, writeOf } from '@/lib/permissions';
import {
  ada,
  air,
  allAccessSet,
  around,
  both,
  credential,
  inBucket,
  iot,
  operatorSet,
  otto,
  tests,
} from '@/test/accessScene';
import { tokenRows } from './tokenRows';

function token(permissions: readonly Permission[], change: Partial<Token> = {}): Token {
  const { kind: _kind, name, ...rest } = credential(permissions);
  return { ...rest, description: name, token: '', permissions: [...permissions], ...change };
}

const operator: Caller = {
  kind: 'token',
  user: { id: ada },
  isOperator: true,
  isComplete: true,
  granted: [],
  denied: [],
  orgs: [],
  databases: [],
};

const other: Caller = { ...operator, isOperator: false };

beforeEach(() => connect(open('demo', { kind: 'token', token: 'the-value-in-use' })));

const own = (tokens: Token[], caller: Caller) =>
  tokenRows(tokens, around, caller).map((row) => row.own);

test('a listed value that is equal is the own one, whatever else could be', () => {
  const rows = [token(operatorSet), token(operatorSet, { token: 'the-value-in-use' })];
  expect(own(rows, operator)).toEqual(['no', 'certain']);
});

test.each([
  ['alone', [{}], ['certain']],
  ['one of two', [{}, {}], ['maybe', 'maybe']],
  ['not an inactive one', [{}, { status: 'inactive' }], ['certain', 'no']],
  ['not one of another user', [{}, { userID: otto }], ['certain', 'no']],
  ['not one whose value is listed and differs', [{}, { token: 'another' }], ['certain', 'no']],
] as const)('the operator token in use: %s', (_name, changes, expected) => {
  const rows = changes.map((change) => token(operatorSet, { ...change }));
  expect(own(rows, operator)).toEqual(expected);
});

test('a credential that is no operator is none of the operator tokens', () => {
  const rows = [token(operatorSet), token(allAccessSet()), token(both('buckets', inBucket(air)))];
  expect(own(rows, other)).toEqual(['no', 'certain', 'no']);
});

test('a session is none of the tokens', () => {
  expect(own([token(operatorSet)], { ...operator, kind: 'session' })).toEqual(['no']);
});

test('the last operator token is the only one that works', () => {
  const last = (tokens: Token[], seen = around) =>
    tokenRows(tokens, seen, operator).map(({ isLastOperator }) => isLastOperator);
  const works = token(operatorSet);
  expect(last([works, token(allAccessSet())])).toEqual([true, false]);
  expect(last([works, token(operatorSet)])).toEqual([false, false]);
  expect(last([works, token(operatorSet, { status: 'inactive' })])).toEqual([true, false]);
  expect(last([works, token(operatorSet, { userID: otto })])).toEqual([true, false]);
  expect(last([works], { ...around, isComplete: false })).toEqual([false]);
});

test.each([
  ['by id', both('buckets', inBucket(air)), ['airsensors']],
  ['in an org', [readOf('buckets', { orgID: iot })], ['airsensors', 'ts-bucket']],
  [
    'in an org and one beside',
    [readOf('buckets', { orgID: iot }), writeOf('buckets', inBucket(tests))],
    ['airsensors', 'ts-bucket', 'tests'],
  ],
  ['everywhere', [writeOf('buckets')], ['airsensors', 'ts-bucket', 'tests']],
  ['none', [readOf('tasks', { orgID: iot })], []],
  ['a deleted one', [readOf('buckets', { id: '0b000000000000ff' })], []],
])('buckets that are reached: %s', (_name, permissions, expected) => {
  expect(tokenRows([token(permissions)], around, operator)[0]?.buckets).toEqual(expected);
});

test('a name that two orgs have says which', () => {
  const twin = { ...air, id: '0b0000000000000a', orgID: tests.orgID };
  const seen = { ...around, buckets: new Map([...around.buckets, [twin.id, twin]]) };
  const [row] = tokenRows([token([readOf('buckets')])], seen, operator);
  expect(row?.buckets).toEqual(['airsensors (iot)', 'ts-bucket', 'tests', 'airsensors (lab)']);
});

test.each([
  [{ userID: ada }, around, 'active'],
  [{ userID: otto }, around, 'inactive'],
  [{ userID: '0c000000000000ff' }, around, 'gone'],
  [{ userID: '0c000000000000ff' }, { ...around, isComplete: false }, 'unknown'],
])('the owner %j', (change, seen, expected) => {
  expect(tokenRows([token([], change)], seen, operator)[0]?.owner).toBe(expected);
});

test('the value is not among what the list knows', () => {
  const [row] = tokenRows([token([], { token: 'a-secret' })], around, operator);
  expect(row?.isShown).toBe(true);
  expect(JSON.stringify(row)).not.toContain('a-secret');
});

test('rows of 10,000 tokens of 40 permissions are there at once', () => {
  const ids = Array.from({ length: 500 }, (_, i) => `0e${String(i).padStart(14, '0')}`);
  const milliseconds = [1, 2, 3].map((turn) => {
    const tokens = Array.from({ length: 10_000 }, (_, i) =>
      token(
        Array.from({ length: 20 }, (_each, j) => ids[(i * 7 + j * turn) % 500] ?? '').flatMap(
          (id) => both('buckets', { orgID: iot, id }),
        ),
      ),
    );
    // Processor time, of the quickest of three: what else the machine does does not count.
    const before = process.cpuUsage();
    tokenRows(tokens, around, operator);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  expect(Math.min(...milliseconds)).toBeLessThan(300);
});
