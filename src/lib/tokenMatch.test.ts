import { describe, expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import { readOf, writeOf } from './permissions';
import type { Surroundings } from './surroundings';
import { matchToken } from './tokenMatch';

const bucket = (id: string) => ({ id, orgID: 'org', name: id, type: 'user' as const });
const around: Surroundings = {
  types: knownTypes,
  orgs: new Map([['org', 'iot']]),
  buckets: new Map(['a', 'b'].map((id) => [id, bucket(id)])),
  users: new Map(),
  isComplete: true,
};
const row = (id: string, ...permissions: ReturnType<typeof readOf>[]) => ({
  id,
  token: '',
  status: 'active' as const,
  userID: 'admin',
  permissions,
});
const operator = row('operator', ...knownTypes.flatMap((type) => [readOf(type), writeOf(type)]));
const readsA = row('readsA', readOf('buckets', { id: 'a' }));
const alsoReadsA = row('alsoReadsA', readOf('buckets', { id: 'a' }), readOf('tasks'));
const readsAll = row('readsAll', readOf('buckets', { orgID: 'org' }));
const off = { ...row('off', readOf('buckets', { id: 'a' })), status: 'inactive' as const };
const mira = { ...row('mira', readOf('buckets', { id: 'a' })), userID: 'mira' };
const rows = [operator, readsA, alsoReadsA, readsAll, off, mira];

function reading(...ids: string[]) {
  return { isOperator: false, readable: new Set(ids) };
}
const active = { secret: 's', status: 'active' as const, userID: 'admin' };

describe('hashed values', () => {
  test.each([
    [
      'an operator',
      { ...active, reach: { isOperator: true, readable: new Set<string>() } },
      ['operator'],
      true,
    ],
    ['two that read the same', { ...active, reach: reading('a') }, ['readsA', 'alsoReadsA'], false],
    ['the only one that reads all', { ...active, reach: reading('a', 'b') }, ['readsAll'], true],
    [
      'the only one of its owner',
      { ...active, userID: 'mira', reach: reading('a') },
      ['mira'],
      true,
    ],
    ['the only inactive one', { secret: 's', status: 'inactive' as const }, ['off'], true],
    ['none', { ...active, reach: reading('b') }, [], false],
    [
      'the one that knows itself',
      { ...active, reach: reading('a'), own: { id: 'readsA', isCertain: true } },
      ['readsA'],
      true,
    ],
  ])('%s', (_, seen, ids, isCertain) => {
    const match = matchToken(rows, seen, around);
    expect(match.rows.map(({ id }) => id)).toEqual(ids);
    expect(match.isCertain).toBe(isCertain);
  });

  test('who does not see every token is never certain by exclusion', () => {
    const seen = { ...active, reach: reading('a', 'b') };
    expect(matchToken(rows, seen, { ...around, isComplete: false })).toMatchObject({
      rows: [readsAll],
      isCertain: false,
    });
  });
});

test('a listed value decides, and a row with another value is out', () => {
  const plain = { ...readsA, token: 's' };
  const other = { ...alsoReadsA, token: 'other' };
  const seen = { ...active, reach: reading('a') };
  expect(matchToken([other, plain], seen, around)).toEqual({ rows: [plain], isCertain: true });
  expect(matchToken([other], seen, around).rows).toEqual([]);
});
