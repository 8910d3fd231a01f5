import { expect, test } from 'vitest';
import { goDuration } from './goDuration';

test.each([
  [0, '0s'],
  [250, '250ms'],
  [1500, '1.5s'],
  [61_000, '1m1s'],
  [3_600_000, '1h0m0s'],
  [10_921_500, '3h2m1.5s'],
])('%d ms is %s', (milliseconds, expected) => {
  expect(goDuration(milliseconds)).toBe(expected);
});
