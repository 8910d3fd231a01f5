import { expect, test } from 'vitest';
import { newUserOf, newUserProblems, userNameProblem } from './newUserValues';

const values = {
  name: 'nora',
  hasPassword: true,
  password: 'Nora-Nora-1',
  org: 'o1',
  role: 'member' as const,
};
const taken = new Set(['admin']);

test.each([
  ['', 'A user needs a name'],
  ['admin', 'A user with name admin already exists'],
  ['a:b', 'Nobody can sign in by a name with a colon: it ends the name'],
  ['nora', null],
])('the name %j: %s', (name, problem) => {
  expect(userNameProblem(name, taken)).toBe(problem);
});

test('a password is looked at only where one is wanted', () => {
  expect(newUserProblems({ ...values, password: '' }, taken).password).not.toBeNull();
  expect(newUserProblems({ ...values, password: '', hasPassword: false }, taken)).toEqual({
    name: null,
    password: null,
  });
});

test('what is not wanted is not sent', () => {
  expect(newUserOf({ ...values, name: ' nora ' })).toEqual({
    name: 'nora',
    password: 'Nora-Nora-1',
    membership: { orgID: 'o1', role: 'member' },
  });
  expect(newUserOf({ ...values, hasPassword: false, org: '' })).toEqual({ name: 'nora' });
});
