import { expect, test } from 'vitest';
import type { Member } from '@/api/members';
import type { UserSources } from './userRows';
import { rolesText, userRows } from './userRows';

const user = (id: string) => ({ id, name: `name of ${id}`, status: 'active' as const });
const member = (id: string, role: Member['role']): Member => ({ ...user(id), role });
const orgs = new Map([
  ['o1', 'iot'],
  ['o2', 'factory'],
]);

const nothing: UserSources = {
  users: [],
  members: undefined,
  orgs,
  tokens: undefined,
  v1Users: undefined,
  callerID: undefined,
};

test('roles come in the order of the orgs, counts from what is owned', () => {
  const [a, b] = userRows({
    users: [user('a'), user('b')],
    members: {
      byOrg: new Map([
        ['o2', [member('a', 'member')]],
        ['o1', [member('a', 'owner')]],
      ]),
      hidden: [],
      isComplete: true,
    },
    orgs,
    tokens: [{ userID: 'a' }, { userID: 'a' }, { userID: 'gone' }],
    v1Users: [{ userID: 'b' }],
    callerID: 'b',
  });
  expect(rolesText(a!)).toBe('iot (owner), factory (member)');
  expect(a).toMatchObject({ tokens: 2, v1Users: 0, isCaller: false });
  expect(b).toMatchObject({ roles: [], tokens: 0, v1Users: 1, isCaller: true });
});

test('what is not known yet is not counted as nothing', () => {
  expect(userRows({ ...nothing, users: [user('a')] })).toEqual([
    { ...user('a'), roles: [], tokens: undefined, v1Users: undefined, isCaller: false },
  ]);
});

test('a user that only the members of an org make known is shown, without counts', () => {
  const byOrg = new Map([['o1', [member('a', 'owner'), member('b', 'member')]]]);
  const rows = userRows({
    ...nothing,
    users: [user('a')],
    members: { byOrg, hidden: [], isComplete: true },
    tokens: [{ userID: 'a' }],
    v1Users: [],
  });
  expect(rows).toMatchObject([
    { id: 'a', tokens: 1, v1Users: 0 },
    { id: 'b', name: 'name of b', tokens: undefined, v1Users: undefined },
  ]);
});
