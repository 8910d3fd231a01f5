import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from '@/demo/flux/fluxTesting';
import type { FluxServer } from '@/demo/flux/fluxTesting';

let server: FluxServer;

beforeAll(async () => {
  server = await fluxServer();
  server.write('m v=1.5,n=1i,s="5",b=true 1630422000\nm v=-2.7,n=0i,s="6",b=false 1630422030');
});

test.each([
  ['int(v: "+12")', '12'],
  ['int(v: -1.9)', '-1'],
  ['int(v: true)', '1'],
  ['int(v: 1m)', '60000000000'],
  ['int(v: float(v: "1e30"))', '-9223372036854775808'],
  ['uint(v: -1)', '18446744073709551615'],
  ['uint(v: float(v: "1e19"))', '10000000000000000000'],
  ['float(v: "1e3")', '1000'],
  ['float(v: "-Inf")', '-Inf'],
  ['bool(v: 1.0)', 'true'],
  ['time(v: uint(v: 5))', '1970-01-01T00:00:00.000000005Z'],
  ['time(v: "2021-01-01")', '2021-01-01T00:00:00Z'],
  ['string(v: duration(v: 5400000000000))', '1h30m'],
  ['string(v: bytes(v: "é"))', 'é'],
])('%s', async (expression, expected) => {
  const query = `import "array"\narray.from(rows: [{a: ${expression}}])`;
  expect(await server.rows(query, 'a')).toEqual([[expected]]);
});

test.each([
  ['int(v: "1.5")', 'cannot convert string "1.5" to int due to invalid syntax'],
  ['int(v: "9223372036854775808")', 'to int due to invalid syntax'],
  ['uint(v: "-1")', 'cannot convert string "-1" to uint due to invalid syntax'],
  ['float(v: "1e999")', 'cannot convert string "1e999" to float due to invalid syntax'],
  ['bool(v: "yes")', 'cannot convert string "yes" to bool'],
  ['bool(v: 0.5)', 'cannot convert float 0.500000 to bool, must be 0 or 1'],
  ['time(v: "soon")', 'to time due to invalid syntax: cannot parse date'],
  ['time(v: "T")', 'to time due to invalid syntax: cannot parse date time'],
  ['duration(v: true)', 'cannot convert bool to duration'],
  ['int(v: [1])', 'cannot convert [int] to int'],
  ['string(v: {b: "x", a: 1})', 'cannot convert {a: int, b: string} to string'],
  ['string(v: /a/)', 'cannot convert regexp to string'],
])('%s is refused', async (expression, message) => {
  const { text } = await server.ask(`x = ${expression}`);
  const { message: found } = JSON.parse(text) as { message: string };
  const [name] = expression.split('(');
  expect(found).toContain(`error calling function "${name}" @1:5-1:`);
  expect(found.endsWith(message)).toBe(true);
});

test.each([
  ['v', 'toInt()', ['1', '-2']],
  ['v', 'toUInt()', ['1', '18446744073709551614']],
  ['s', 'toFloat()', ['5', '6']],
  ['b', 'toInt()', ['1', '0']],
  ['n', 'toBool()', ['true', 'false']],
  ['v', 'toString()', ['1.5', '-2.7']],
  ['n', 'toTime()', ['1970-01-01T00:00:00.000000001Z', '1970-01-01T00:00:00Z']],
  ['n', 'drop(columns: ["_value"]) |> toString()', ['', '']],
])('field %s %s', async (field, call, expected) => {
  const query = `from(bucket: "b0") |> range(start: 0) |> filter(fn: (r) => r._field == "${field}") |> ${call}`;
  expect((await server.rows(query, '_value')).flat()).toEqual(expected);
});
