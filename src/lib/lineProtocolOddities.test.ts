import { describe, expect, test } from 'vitest';
import { parseLines } from './lineProtocolParse';
import { formatPoint } from './lineProtocolWrite';

/** Good points printed anew, then `<the line>: <reason>` of the bad ones. */
function answer(text: string): string[] {
  const { points, errors } = parseLines(text);
  return [...points.map(formatPoint), ...errors.map((error) => `${error.text}: ${error.reason}`)];
}

describe('as InfluxDB’s own parser answers', () => {
  test.each<[string, ...string[]]>([
    ['\\\n', '\\: missing fields'],
    ['m \\\n', 'm \\: invalid field format'],
    ['m\\\nv=1', 'm\\\nv=1: missing fields'],
    ['\\\n\nm v=1', 'm v=1', '\\: missing fields'],
    ['a,\\\n\nb v=1', 'b v=1', 'a,\\: missing tag value'],
    ['m v="open\n', 'm v="open: unbalanced quotes'],
    ['m v="open\n\n', 'm v="open\n: unbalanced quotes'],
    ['m v="a\nb" 1\nn w=1', 'm v="a\nb" 1', 'n w=1'],
    ['m\\\\ =" v=1 5\n6', 'm\\\\ =" v=1 5\n6: point is invalid'],
    ['m\\\\ =" v=1 \n6', 'm\\\\ =" v=1'],
    ['m a\\ "=1,b="\\ 2\nx"=" 3', 'm a\\ "=1,b="\\ 2\nx"=" 3: unbalanced quotes'],
    ['m v=1 1\t', 'm v=1 1\t: bad timestamp'],
    ['m v=1 \t1', 'm v=1 1'],
    ['m v=1\t1', 'm v=1\t1: invalid number'],
    ['m v=t\t1', 'm v=t\t1: invalid boolean'],
    ['m v="s"\t1', 'm v="s\\"\t"'],
    ['m v=1 -', 'm v=1 -: strconv.ParseInt: parsing "-": invalid syntax'],
    ['m v=1 --1', 'm v=1 --1: bad timestamp'],
    ['m v=1 -0', 'm v=1 0'],
    ['m v=1 1   ', 'm v=1 1'],
    ['m v=1 12 x', 'm v=1 12 x: point is invalid'],
    ['m v=-e', 'm v=-e: invalid float'],
    ['m v=--1e5', 'm v=--1e5: invalid number'],
    ['m v=1e+-5', 'm v=1e+-5: invalid number'],
    ['m v=1.e5', 'm v=100000'],
    ['m v=-.5', 'm v=-0.5'],
    ['m v=1e5u', 'm v=1e5u: invalid number'],
    ['m v=007i', 'm v=7i'],
    ['m v="a"b', 'm v="a\\""'],
    ['m v=""', 'm v=""'],
    ['m "v=1', 'm "v=1'],
    ['m "v"=1,b="x,y=z" 1', 'm "v"=1,b="x,y=z" 1'],
    ['m a=1,,b=2', 'm a=1,,b=2: invalid field format'],
    ['m a=1, b=2', 'm a=1, b=2: invalid field format'],
    ['m a==1', 'm a==1: invalid boolean'],
    ['m a\\=b=1', 'm a\\=b=1'],
    ['m a\\=1', 'm a\\=1: invalid field format'],
    ['m,t=\\ v=1', 'm,t=\\ v=1: invalid tag format'],
    ['m,t=a\\,u=b v=1', 'm,t=a\\,u=b v=1: invalid tag format'],
    ['m,t="a b" v=1', 'm,t="a b" v=1: invalid field format'],
    ['m,=,t=a v=1', 'm,=,t=a v=1: missing tag key'],
    ['m,b=1,time=2,b=3 v=1', 'm,b=1,time=2,b=3 v=1: cannot use reserved tag key "time"'],
    ['m,b=1,a=2 v=1', 'm,a=2,b=1 v=1'],
    [' \t\u0000m v=1', 'm v=1'],
    ['  # m v=1\n#'],
  ])('%j', (text, ...expected) => {
    expect(answer(text)).toEqual(expected);
  });

  test('a value that cannot be read is left out', () => {
    expect(answer('m a=1,\\\\="a,b=c",d=-1i 1')).toEqual(['m a=1 1']);
  });
});
