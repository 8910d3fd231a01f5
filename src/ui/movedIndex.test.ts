import { expect, test } from 'vitest';
import { movedIndex } from './movedIndex';

test.each([
  ['ArrowDown', 3, 4],
  ['ArrowUp', 3, 2],
  ['ArrowUp', 0, 0],
  ['PageDown', 3, 23],
  ['PageDown', 25, 29],
  ['PageUp', 25, 5],
  ['Home', 25, 0],
  ['End', 3, 29],
  ['Enter', 3, undefined],
])('%s from %i leads to %s', (key, from, to) => {
  expect(movedIndex(key, from, 29)).toBe(to);
});
