import { expect, test } from 'vitest';
import { counted } from './counted';

test.each([
  [0, '0 rows'],
  [1, '1 row'],
  [2, '2 rows'],
  [12_000, '12,000 rows'],
])('%i is %s', (count, text) => {
  expect(counted(count, 'row')).toBe(text);
});

test('a plural of its own', () => {
  expect([counted(1, 'series', 'series'), counted(2, 'series', 'series')]).toEqual([
    '1 series',
    '2 series',
  ]);
});
