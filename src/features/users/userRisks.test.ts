import { expect, test } from 'vitest';
import { knownTypes } from '@/lib/permissionClasses';
import { readOf, writeOf } from '@/lib/permissions';
import type { Credential } from '@/lib/surroundings';
import { credentialsText, isLastOperator, mayBeInUse } from './userRisks';

const everything = knownTypes.flatMap((type) => [readOf(type), writeOf(type)]);
const little = [readOf('buckets', { id: '1', orgID: '2' })];

function token(id: string, userID: string, more: Partial<Credential> = {}): Credential {
  return {
    kind: 'token',
    id,
    name: id,
    status: 'active',
    orgID: 'o',
    org: 'iot',
    userID,
    user: userID,
    permissions: everything,
    createdAt: '',
    updatedAt: '',
    ...more,
  };
}

const users = [
  { id: 'ada', name: 'ada', status: 'active' as const },
  { id: 'bob', name: 'bob', status: 'active' as const },
  { id: 'otto', name: 'otto', status: 'inactive' as const },
];

test.each([
  ['the only operator', [token('1', 'ada')], true],
  ['one of two', [token('1', 'ada'), token('2', 'bob')], false],
  [
    'the other token is inactive',
    [token('1', 'ada'), token('2', 'bob', { status: 'inactive' })],
    true,
  ],
  ['the other user is inactive', [token('1', 'ada'), token('2', 'otto')], true],
  ['the other holds less', [token('1', 'ada'), token('2', 'bob', { permissions: little })], true],
  ['holds no operator token', [token('1', 'ada', { permissions: little })], false],
])('the last operator: %s', (_case, tokens, isLast) => {
  expect(isLastOperator({ id: 'ada' }, tokens, users)).toBe(isLast);
});

const operator = { class: 'operator' as const, olderSet: false };
const caller = { kind: 'token' as const, user: { id: 'ada' }, classification: operator };

test.each([
  ['of another user', token('1', 'bob'), caller, false],
  ['of the same class', token('1', 'ada'), caller, true],
  ['of another class', token('1', 'ada', { permissions: little }), caller, false],
  ['inactive', token('1', 'ada', { status: 'inactive' }), caller, false],
  ['of a session', token('1', 'ada'), { ...caller, kind: 'session' as const }, false],
  ['a v1 user', token('1', 'ada', { kind: 'v1 user' }), caller, false],
  [
    'known to be it',
    token('1', 'ada'),
    { ...caller, row: { id: '1', description: '', isCertain: true } },
    true,
  ],
  [
    'known not to be it',
    token('2', 'ada'),
    { ...caller, row: { id: '1', description: '', isCertain: true } },
    false,
  ],
])('may be the token in use: %s', (_case, credential, asking, may) => {
  expect(mayBeInUse(credential, asking)).toBe(may);
});

test('credentials are counted by kind', () => {
  const v1 = token('3', 'ada', { kind: 'v1 user' });
  expect(credentialsText([token('1', 'ada'), token('2', 'ada'), v1])).toBe(
    '2 tokens and 1 v1 user',
  );
  expect(credentialsText([v1])).toBe('1 v1 user');
  expect(credentialsText([])).toBe('');
});
