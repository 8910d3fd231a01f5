import { expect, test } from 'vitest';
import { csvText } from './csvText';

test.each([
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=1+1', "'=1+1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['-2,5', '"\'-2,5"'],
  ['', ''],
  [-2, '-2'],
])('%j is written as %s', (value, written) => {
  expect(csvText(['name'], [[value]])).toBe(`name\r\n${written}\r\n`);
});

test('a head without rows is a file too', () => {
  expect(csvText(['a', 'b'], [])).toBe('a,b\r\n');
});
