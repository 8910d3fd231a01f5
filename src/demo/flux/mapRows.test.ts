import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const ALL = 'from(bucket: "b0") |> range(start: 2021-08-31T15:00:00Z)';
const N = `${ALL} |> filter(fn: (r) => r._field == "n")`;

beforeAll(async () => {
  server = await fluxServer();
  server.write('m,host=a n=1i,s="x" 1630422000\nm,host=a n=0i 1630422030');
});

const AS_READ = '_start,_stop,_time,_value,_field,_measurement,host';
const BY_NAME = '_field,_measurement,_start,_stop,_time,_value,host';

test.each([
  ['map(fn: (r) => ({r with _value: r._value * 2, up: not exists r.x}))', `${AS_READ},up`],
  ['map(fn: (r) => ({r with _value: float(v: r._value) / 2.0}))', AS_READ],
  ['map(fn: (r) => ({r with b: if r._value > 0 then "b" else r.host}))', `${AS_READ},b`],
  ['toFloat()', AS_READ],
  ['map(fn: (r) => ({r with _value: string(v: r._value)}))', BY_NAME],
  ['map(fn: (r) => ({r with _value: r._value * two}))', BY_NAME],
  [
    'map(fn: (r) => ({r with a: "${r.host}!", _b: 1}))',
    '_b,_field,_measurement,_start,_stop,_time,_value,a,host',
  ],
  ['map(fn: (r) => { x = r._value return {r with _value: x} })', BY_NAME],
  ['map(fn: (r) => ({z: r.host =~ /a/, Y: r._value}))', 'Y,z'],
  ['toInt()', BY_NAME],
  [
    'toString() |> last() |> drop(columns: ["_time", "_value"])',
    '_field,_measurement,_start,_stop,host',
  ],
])('%s: columns by name where the server goes by rows', async (call, header) => {
  const { text } = await server.ask(`two = 2\n${N} |> ${call}`, { dialect: {} });
  expect(text.split('\r\n')[0]).toBe(`,result,table,${header}`);
});

test.each([
  ['map(fn: (r) => ({r with _value: 1 / r._value}))', 'map: cannot divide by zero'],
  [
    'map(fn: (r) => ({r with _value: int(v: 1 / r._value)}))',
    'map: failed to evaluate map function: cannot divide by zero',
  ],
])('%s fails', async (call, message) => {
  const { text } = await server.ask(`${N} |> ${call}`);
  expect((JSON.parse(text) as { message: string }).message.endsWith(message)).toBe(true);
});

test.each([
  ['toFloat()', 'toFloat: cannot convert string "x" to float due to invalid syntax'],
  [
    'toInt()',
    'toInt: failed to evaluate map function: cannot convert string "x" to int due to invalid syntax',
  ],
])('%s of a text', async (call, message) => {
  const { text } = await server.ask(`${ALL} |> filter(fn: (r) => r._field == "s") |> ${call}`);
  expect((JSON.parse(text) as { message: string }).message.endsWith(message)).toBe(true);
});

test('tables without rows go', async () => {
  const query = `${N} |> filter(fn: (r) => r._value > 9, onEmpty: "keep")`;
  expect((await server.ask(query)).text).toContain(',result,table');
  expect((await server.ask(`${query} |> map(fn: (r) => r)`)).text).toBe('\r\n');
});
