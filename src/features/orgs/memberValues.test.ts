import { expect, test } from 'vitest';
import { userIDProblem } from './memberValues';

const taken = new Set(['0123456789abcdef']);

test.each([
  ['', 'Who is to be added?'],
  ['nora', 'An id has 16 digits of 0–9 and a–f'],
  [' 0123456789ABCDEF ', 'Belongs to the org already: its role is changed in the list'],
  ['0123456789abcde0', null],
])('the user id %j: %s', (userID, problem) => {
  expect(userIDProblem(userID, taken)).toBe(problem);
});
