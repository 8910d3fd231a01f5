import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const RANGE = 'range(start: 2021-08-31T15:00:00Z, stop: 2021-08-31T15:03:00Z)';
const COUNTS = `from(bucket: "b0") |> ${RANGE} |> filter(fn: (r) => r._field == "n")`;
const OWN = `${COUNTS} |> map(fn: (r) => ({r with _value: r._value * 2}))`;
const READ = ',result,table,_start,_stop,_time,_value,_field,_measurement,host';
const COMPUTED = ',result,table,_time,_start,_stop,_field,_measurement,host,_value';

beforeAll(async () => {
  server = await fluxServer();
  server.write('m,host=a n=1i 1630422000\nm,host=a n=2i 1630422030\nm,host=a n=3i 1630422100');
});

async function windowsOf(query: string): Promise<{ header: string; windows: string[] }> {
  const { text } = await server.ask(query, { dialect: {} });
  const rows = await server.rows(query, '_time', '_value');
  return {
    header: text.split('\r\n')[0] ?? '',
    windows: rows.map(([time = '', value]) => `${time.slice(11, 19)} ${value}`),
  };
}

test.each([
  ['every: 1m, fn: max', READ, ['15:01:00 2', '15:02:00 3', '15:03:00 ']],
  ['every: 1m, fn: max, createEmpty: false', READ, ['15:01:00 2', '15:02:00 3']],
  ['every: 1m, fn: count', READ, ['15:01:00 2', '15:02:00 1', '15:03:00 0']],
  [
    'every: 1m, offset: 30s, fn: mean, timeSrc: "_start"',
    READ,
    ['15:00:00 1', '15:00:30 2', '15:01:30 3', '15:02:30 '],
  ],
  [
    'every: 1m, period: 2m, fn: sum',
    COMPUTED,
    ['15:01:00 3', '15:02:00 6', '15:03:00 3', '15:03:00 '],
  ],
  ['every: 1h, fn: first, timeSrc: "_start"', READ, ['15:00:00 1']],
  ['every: 7m, fn: last', READ, ['15:03:00 3']],
])('aggregateWindow(%s) of what the storage reads', async (call, header, windows) => {
  expect(await windowsOf(`${COUNTS} |> aggregateWindow(${call})`)).toEqual({ header, windows });
});

test.each([
  ['every: 1m, fn: sum', ['15:01:00 6', '15:02:00 6', '15:03:00 ']],
  ['every: 1m, fn: count', ['15:01:00 2', '15:02:00 1', '15:03:00 0']],
  ['every: 1m, fn: mean, createEmpty: false', ['15:01:00 3', '15:02:00 6']],
])('aggregateWindow(%s) of what the script computed', async (call, windows) => {
  expect(await windowsOf(`${OWN} |> aggregateWindow(${call})`)).toEqual({
    header: COMPUTED,
    windows,
  });
});

test('calendar months, cut to the range', async () => {
  const rows = await server.rows(
    `from(bucket: "b0") |> range(start: 2021-07-10T00:00:00Z, stop: 2021-09-02T00:00:00Z) |> aggregateWindow(every: 1mo, fn: count)`,
    '_time',
    '_value',
  );
  expect(rows).toEqual([
    ['2021-08-01T00:00:00Z', '0'],
    ['2021-09-01T00:00:00Z', '3'],
    ['2021-09-02T00:00:00Z', '0'],
  ]);
});

test('a window and its function in two calls are read as one', async () => {
  const { text } = await server.ask(`${COUNTS} |> window(every: 1m) |> sum()`, { dialect: {} });
  expect(text.split('\r\n')).toEqual([
    ',result,table,_start,_stop,_value,_field,_measurement,host',
    ',_result,0,2021-08-31T15:00:00Z,2021-08-31T15:01:00Z,3,n,m,a',
    ',_result,1,2021-08-31T15:01:00Z,2021-08-31T15:02:00Z,3,n,m,a',
    '',
    '',
  ]);
});

test('the text field of a sum, and of a mean', async () => {
  server.write('text,host=a s="x" 1630422000');
  const texts = `from(bucket: "b0") |> ${RANGE} |> filter(fn: (r) => r._measurement == "text")`;
  const { text } = await server.ask(`${texts} |> aggregateWindow(every: 1m, fn: mean)`);
  expect(text).toContain('unsupported input type for mean aggregate: string');
});
