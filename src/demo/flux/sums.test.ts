import { expect, test } from 'vitest';
import { arrowSum } from './sums';

test('few values one after the other', () => {
  expect(arrowSum(Float64Array.of(1e16, 1, 1, -1e16), 0, 4)).toBe(0);
  expect(arrowSum(Float64Array.of(1e16, 1, 1, -1e16), 1, 3)).toBe(2);
});

test('32 and more in lanes, the rest one after the other', () => {
  const tenths = Float64Array.from({ length: 32 }, () => 0.1);
  const oneByOne = tenths.reduce((sum, value) => sum + value, 0);
  expect(oneByOne).not.toBe(3.2);
  expect(arrowSum(tenths, 0, 32)).toBe(3.2);
  const more = Float64Array.of(...tenths, 0.1, 0.1);
  expect(arrowSum(more, 0, 34)).toBe(3.2 + 0.1 + 0.1);
});
