import { expect, test } from 'vitest';
import { queryOf } from './queryValues';

test.each([
  ['?a=1&a=2&b=%20x+y', 'a', '1'],
  ['?a=1&a=2&b=%20x+y', 'b', ' x y'],
  ['?a=%zz&b=1', 'a', null],
  ['?a=1;b=2&c=3', 'a', null],
  ['?a=1;b=2&c=3', 'c', '3'],
  ['?a', 'a', ''],
  ['', 'a', null],
])('%s has %s = %s', (search, name, value) => {
  expect(queryOf({ url: `http://influxdb/${search}` }).get(name)).toBe(value);
});
