import { expect, test } from 'vitest';
import { knownTypes } from '@/lib/permissionClasses';
import { readOf, writeOf } from '@/lib/permissions';
import type { Credential } from '@/lib/surroundings';
import { credentialsText, isLastOperator } from './userRisks';

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

test('credentials are counted by kind', () => {
  const v1 = token('3', 'ada', { kind: 'v1 user' });
  expect(credentialsText([token('1', 'ada'), token('2', 'ada'), v1])).toBe(
    '2 tokens and 1 v1 user',
  );
  expect(credentialsText([v1])).toBe('1 v1 user');
  expect(credentialsText([])).toBe('');
});
