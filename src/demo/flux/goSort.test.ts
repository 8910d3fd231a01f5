import { expect, test } from 'vitest';
import { goSort } from './goSort';

/** What Go 1.22 makes of `sort.Slice` of 0…n-1 by their remainder. */
test.each([
  [6, 2, [0, 2, 4, 1, 3, 5]],
  [24, 3, [12, 0, 21, 3, 18, 15, 6, 9, 10, 4, 1, 22, 16, 13, 7, 19, 17, 8, 14, 5, 20, 2, 11, 23]],
  [
    60,
    4,
    [
      0, 20, 28, 56, 4, 36, 24, 52, 8, 16, 44, 48, 12, 40, 32, 37, 25, 17, 49, 41, 1, 13, 21, 45,
      53, 9, 5, 33, 57, 29, 14, 46, 30, 58, 34, 2, 26, 54, 38, 6, 22, 50, 42, 10, 18, 15, 7, 47, 11,
      43, 19, 51, 31, 39, 23, 55, 3, 35, 27, 59,
    ],
  ],
])('%i numbers by their remainder of %i', (length, divisor, expected) => {
  const numbers = Array.from({ length }, (_, i) => i);
  expect(goSort(numbers, (a, b) => a % divisor < b % divisor)).toEqual(expected);
  expect(numbers[1]).toBe(1);
});

test('sorts what comes in any order', () => {
  for (const length of [0, 1, 12, 13, 50, 51, 1000]) {
    const scattered = Array.from({ length }, (_, i) => (i * 7919) % 1009);
    expect(goSort(scattered, (a, b) => a < b)).toEqual(scattered.toSorted((a, b) => a - b));
  }
});
