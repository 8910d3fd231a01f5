import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const ALL =
  'from(bucket: "b0") |> range(start: 2021-08-31T15:00:00Z, stop: 2021-08-31T15:03:00Z) |> filter(fn: (r) => r._measurement == "m")';

beforeAll(async () => {
  server = await fluxServer();
  server.write(
    [
      'm,host=b,room=x v=4 1630422010',
      'm,host=a,room=x v=1 1630422000',
      'm,host=a,room=x v=2 1630422030',
      'm,room=y v=3 1630422100',
      'mixed,host=a v=1 1630422000',
      'mixed,host=b n=1i 1630422000',
    ].join('\n'),
  );
});

const MIXED = ALL.replace('"m"', '"mixed"');

test.each([
  ['drop(columns: ["host"])', [['1'], ['2'], ['4'], ['3']], ['0', '0', '0', '1']],
  ['keep(columns: ["_value"])', [['1'], ['2'], ['4'], ['3']], ['0', '0', '0', '0']],
  ['keep(columns: ["room", "_value"])', [['1'], ['2'], ['4'], ['3']], ['0', '0', '0', '1']],
  ['rename(columns: {_value: "_value"})', [['3'], ['1'], ['2'], ['4']], ['0', '1', '1', '2']],
])('%s: tables whose keys become the same are one', async (call, values, tables) => {
  expect(await server.rows(`${ALL} |> ${call}`, '_value')).toEqual(values);
  expect((await server.rows(`${ALL} |> ${call}`, 'table')).flat()).toEqual(tables);
});

test.each([
  [
    `${ALL} |> filter(fn: (r) => r.room == "x") |> rename(columns: {host: "room"})`,
    'rename: column 6 and 7 have the same name ("room") which is not allowed',
  ],
  [
    `${MIXED} |> drop(columns: ["host", "_field"])`,
    'drop: schema collision detected: column "_value" is both of type ',
  ],
  [`${ALL} |> keep()`, 'keep error: neither column list nor predicate function provided'],
])('%s is refused', async (query, message) => {
  const { text } = await server.ask(query);
  expect((JSON.parse(text) as { message: string }).message).toContain(message);
});

test('names by a function', async () => {
  const header = async (call: string) =>
    (
      await server.ask(`${ALL} |> filter(fn: (r) => r.host == "b") |> ${call}`, { dialect: {} })
    ).text.split('\r\n')[0];
  expect(
    await header('rename(fn: (column) => "x${column}") |> drop(fn: (column) => column =~ /^x_s/)'),
  ).toBe(',result,table,x_time,x_value,x_field,x_measurement,xhost,xroom');
  expect(await header('keep(fn: (column) => column != "_start" and column !~ /st/)')).toBe(
    ',result,table,_time,_value,_field,_measurement,room',
  );
});

test('map: what becomes the same key is one table, sorted by key', async () => {
  const rows = await server.rows(
    `${ALL} |> map(fn: (r) => ({host: if exists r.host and r.host == "a" then "z" else "k", _value: r._value}))`,
    'table',
    'host',
    '_value',
  );
  expect(rows).toEqual([
    ['0', 'k', '3'],
    ['1', 'k', '4'],
    ['2', 'z', '1'],
    ['2', 'z', '2'],
  ]);
});
