import { expect, test } from 'vitest';
import { parseDeletePredicate } from './deletePredicate';

test.each([
  ['', []],
  ['_measurement="m"', [['_measurement', '=', 'm']]],
  [
    'host="a" AND region!="us"',
    [
      ['host', '=', 'a'],
      ['region', '!=', 'us'],
    ],
  ],
  [
    '(_measurement="m" and (host=a))',
    [
      ['_measurement', '=', 'm'],
      ['host', '=', 'a'],
    ],
  ],
  ['"sensor id" = "a\\"b"', [['sensor id', '=', 'a"b']]],
  ['n=5', [['n', '=', '5']]],
  ['n=5m', [['n', '=', '5m']]],
  ['ok=TRUE', [['ok', '=', 'true']]],
  ['host<>"a"', [['host', '!=', 'a']]],
  ['n=-5', [['n', '=', '-5']]],
  // The server forgets the second term.
  [
    'a=b AND c=d e=f',
    [
      ['a', '=', 'b'],
      ['e', '=', 'f'],
    ],
  ],
  [
    'a=b AND c=d AND (e=f AND g=h)',
    [
      ['a', '=', 'b'],
      ['c', '=', 'd'],
      ['e', '=', 'f'],
      ['g', '=', 'h'],
    ],
  ],
])('%s', (text, terms) => {
  expect(
    parseDeletePredicate(text).map(({ key, operator, value }) => [key, operator, value]),
  ).toEqual(terms);
});

const BODY = 'error decoding json body: ';
const REQUEST = 'invalid request; error parsing predicate: ';

test.each([
  ["host='a'", `${BODY}bad tag value: "a", at position 4`],
  ['host="a" OR host="b"', `${BODY}the logical operator OR is not supported yet at position 9`],
  ['host=~/a/', `${BODY}operator: "=~" at position: 4 is not supported yet`],
  ['host!~/a/', `${BODY}operator: "!~" at position: 4 is not supported yet`],
  ['host', `${BODY}invalid operator "EOF" at position: 5`],
  ['host=', `${BODY}bad tag value: "", at position 5`],
  ['=a', `${BODY}bad logical expression, at position 0`],
  ['5=a', `${BODY}bad tag key, at position 0`],
  ['(host="a"', `${BODY}extra ( seen`],
  ['host="a")', `${BODY}extra ) seen`],
  ['a=b c=d', `${BODY}the logical operator '\\x00' is invalid`],
  ['a=b AND c=d AND AND', `${BODY}bad tag key, at position 16`],
  ['v > 1', `${BODY}invalid operator ">" at position: 2`],
  ['host<"a"', `${BODY}invalid operator "<" at position: 4`],
  [
    'host="a" AND',
    `${REQUEST}found EOF, expected identifier, string, number, bool at line 1, char 14`,
  ],
])('%s is refused', (text, message) => {
  expect(() => parseDeletePredicate(text)).toThrow(message);
});
