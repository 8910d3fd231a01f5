import { expect, test } from 'vitest';
import { idProblem, newToken, randomID, rfc3339, snowflake } from './ids';

test('ids made in the same millisecond differ and keep their order', () => {
  const clock = { now: () => 1_767_323_045_000 };
  const ids = Array.from({ length: 1000 }, () => snowflake(clock));
  expect(new Set(ids).size).toBe(1000);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.every((id) => idProblem(id) === null)).toBe(true);
});

test.each([0, 0.5, 0.999_999])('random ids and tokens have the form of real ones (%d)', (dice) => {
  const state = { random: () => dice };
  expect(idProblem(randomID(state))).toBeNull();
  expect(newToken(state)).toMatch(/^[A-Za-z0-9_-]{86}==$/);
});

test.each([
  [0, 0, '1970-01-01T00:00:00Z'],
  [1500, 0, '1970-01-01T00:00:01.5Z'],
  [1000, 120, '1970-01-01T00:00:01.00000012Z'],
])('%d ms and %d ns are %s', (milliseconds, nanoseconds, expected) => {
  expect(rfc3339(milliseconds, nanoseconds)).toBe(expected);
});

test.each([
  ['zzz', 'id must have a length of 16 bytes'],
  ['zzzzzzzzzzzzzzzz', 'invalid ID'],
  ['0000000000000000', 'invalid ID'],
  ['00000000DEADBEEF', null],
])('%s is an id: %s', (text, expected) => {
  expect(idProblem(text)).toBe(expected);
});
