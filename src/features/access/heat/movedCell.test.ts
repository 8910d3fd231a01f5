import { expect, test } from 'vitest';
import { movedCell } from './movedCell';

const size = { rows: 100, columns: 50 };
const at = (row: number, column: number) => ({ row, column });
const pressed = (key: string, ctrlKey = false) => ({ key, ctrlKey });

test.each([
  ['ArrowDown', at(0, 0), at(1, 0)],
  ['ArrowDown', at(99, 0), at(99, 0)],
  ['ArrowUp', at(0, 3), at(-1, 3)],
  ['ArrowUp', at(0, -1), at(0, -1)],
  ['ArrowLeft', at(4, 0), at(4, -1)],
  ['ArrowLeft', at(-1, 0), at(-1, 0)],
  ['ArrowRight', at(4, 49), at(4, 49)],
  ['PageDown', at(90, 2), at(99, 2)],
  ['PageUp', at(3, 2), at(0, 2)],
  ['Home', at(7, 20), at(7, 0)],
  ['End', at(7, 20), at(7, 49)],
])('%s from %o leads to %o', (key, from, to) => {
  expect(movedCell(pressed(key), from, size)).toEqual(to);
});

test('with Control, Home and End lead to the corners', () => {
  expect(movedCell(pressed('Home', true), at(7, 20), size)).toEqual(at(0, 0));
  expect(movedCell(pressed('End', true), at(7, 20), size)).toEqual(at(99, 49));
});

test('other keys do not move', () => {
  expect(movedCell(pressed('a'), at(0, 0), size)).toBeUndefined();
});
