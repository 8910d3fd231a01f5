import { expect, test } from 'vitest';
import { toggled } from './selection';

const order = ['a', 'b', 'c', 'd', 'e'];

function clicks(...keys: (string | { range: string })[]): string[] {
  let picked: Parameters<typeof toggled>[0] = { keys: new Set(), last: undefined };
  for (const key of keys) {
    picked =
      typeof key === 'string' ? toggled(picked, key, null) : toggled(picked, key.range, order);
  }
  return [...picked.keys].sort();
}

test.each([
  [['b'], 'b'],
  [['b', 'b'], ''],
  [['b', { range: 'd' }], 'b c d'],
  [['d', { range: 'b' }], 'b c d'],
  [['a', 'c', { range: 'e' }], 'a c d e'],
  [['b', { range: 'd' }, { range: 'e' }], 'b c d e'],
  [[{ range: 'c' }], 'c'],
] as const)('%j picks %s', (keys, expected) => {
  expect(clicks(...keys).join(' ')).toBe(expected);
});

test('a range from a row that was dropped drops what is between', () => {
  expect(clicks('a', { range: 'e' }, 'b', { range: 'd' })).toEqual(['a', 'e']);
});

test('a range from a row that the search hides picks the one row', () => {
  const picked = { keys: new Set(['gone']), last: 'gone' };
  expect([...toggled(picked, 'c', order).keys].sort()).toEqual(['c', 'gone']);
});
