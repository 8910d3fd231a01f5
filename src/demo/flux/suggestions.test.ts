import { expect, test } from 'vitest';
import { paramsOf } from './suggestions';

test.each([
  ['() => time', {}],
  ['(msg: string) => #A', { msg: 'string' }],
  [
    '(\n    <-tables: stream[{#A with _time: time}],\n    start: #B,\n    ?stop: #C,\n) => stream[#A]',
    { tables: 'stream', start: 'invalid', stop: 'invalid' },
  ],
  [
    '(<-tables: stream[#A], fn: (r: #A, n: int) => bool, ?columns: [string], ?l: {a: int, b: int}) => stream[#A]',
    { tables: 'stream', fn: 'function', columns: 'array', l: 'object' },
  ],
])('%s', (signature, params) => {
  expect(paramsOf(signature)).toEqual(params);
});
