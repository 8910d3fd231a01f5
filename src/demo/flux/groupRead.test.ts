import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const ALL = 'from(bucket: "b0") |> range(start: 2021-08-31T15:00:00Z, stop: 2021-08-31T15:03:00Z)';
const VALUES = `${ALL} |> filter(fn: (r) => r._field == "v")`;

beforeAll(async () => {
  server = await fluxServer();
  server.write(
    [
      'm,host=a,room=x v=1,n=1i 1630422000',
      'm,host=a,room=x v=2,n=2i 1630422030',
      'm,host=a,room=x v=6,n=3i 1630422100',
      'm,host=b,room=x v=4 1630422010',
      'm,host=b,room=x v=8 1630422100',
      'm,room=y v=3 1630422100',
    ].join('\n'),
  );
});

test.each([
  [
    'group(columns: ["room"]) |> sum()',
    ',result,table,_start,_stop,_value,room',
    [
      ['x', '21'],
      ['y', '3'],
    ],
  ],
  ['group() |> sum()', ',result,table,_start,_stop,_value', [['', '24']]],
  ['group() |> count()', ',result,table,_start,_stop,_value', [['', '6']]],
  [
    'group(columns: ["room"]) |> max()',
    ',result,table,_start,_stop,_time,_value,_field,_measurement,host,room',
    [
      ['x', '8'],
      ['y', '3'],
    ],
  ],
  [
    'group(columns: ["room", "host"])',
    ',result,table,_start,_stop,_time,_value,_field,_measurement,host,room',
    [
      ['x', '1'],
      ['x', '2'],
      ['x', '6'],
      ['x', '4'],
      ['x', '8'],
      ['y', '3'],
    ],
  ],
])('%s', async (call, header, values) => {
  const { text } = await server.ask(`${VALUES} |> ${call}`, { dialect: {} });
  expect(text.split('\r\n')[0]).toBe(header);
  expect(await server.rows(`${VALUES} |> ${call}`, 'room', '_value')).toEqual(values);
});

test('of series with the same last time, the later one is last', async () => {
  const rows = await server.rows(
    `${VALUES} |> filter(fn: (r) => r.room == "x") |> group() |> last()`,
    'host',
    '_value',
  );
  expect(rows).toEqual([['b', '8']]);
});

test('a series that lacks the tag comes last, without the column', async () => {
  const { text } = await server.ask(`${VALUES} |> group(columns: ["host"]) |> last()`, {
    dialect: {},
  });
  expect(text.split('\r\n').slice(4)).toEqual([
    ',result,table,_start,_stop,_time,_value,_field,_measurement,room',
    ',_result,2,2021-08-31T15:00:00Z,2021-08-31T15:03:00Z,2021-08-31T15:01:40Z,3,v,m,y',
    '',
    '',
  ]);
});

test('a tag that some series of a group lack is an empty string there', async () => {
  const rows = await server.rows(
    `${VALUES} |> group(columns: ["_field"]) |> map(fn: (r) => ({known: exists r.host, same: r.host == ""})) |> tail(n: 2)`,
    'known',
    'same',
  );
  expect(rows).toEqual([
    ['true', 'false'],
    ['true', 'true'],
  ]);
});

test('fields of several types meet in a group: the rows before, then the error', async () => {
  const { status, text } = await server.ask(`${ALL} |> group(columns: ["host"])`, { dialect: {} });
  expect(status).toBe(200);
  expect(text.split('\r\n').slice(3)).toEqual([
    ',_result,0,2021-08-31T15:00:00Z,2021-08-31T15:03:00Z,2021-08-31T15:01:40Z,3,n,m,a,x',
    '',
    ',error,reference',
    ',schema collision: cannot group integer and float types together,',
    '',
  ]);
});

test('a count takes fields of any type', async () => {
  expect(
    await server.rows(`${ALL} |> group(columns: ["host"]) |> count()`, 'host', '_value'),
  ).toEqual([
    ['a', '6'],
    ['b', '2'],
    ['', '1'],
  ]);
});
