import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const AIR = 'from(bucket: "b0") |> range(start: 2021-08-31T15:00:00Z, stop: 2021-08-31T15:10:00Z)';
const TEMPERATURES = `${AIR} |> filter(fn: (r) => r._field == "t")`;
const OF_A = `${TEMPERATURES} |> filter(fn: (r) => r.host == "a")`;

beforeAll(async () => {
  server = await fluxServer();
  const start = Date.parse('2021-08-31T15:00:00Z') / 1000;
  server.write(
    [
      `air,host=a t=1,i=10i,s="x" ${start}`,
      `air,host=a t=2,i=20i,s="y" ${start + 30}`,
      `air,host=a t=4,i=30i,s="x" ${start + 90}`,
      `air,host=b t=8,ok=true ${start + 60}`,
      `air t=16,i=5i ${start + 60}`,
    ].join('\n'),
  );
});

test('series come by measurement, tags and field; a missing tag first', async () => {
  expect(await server.rows(`${AIR} |> limit(n: 1)`, 'table', 'host', '_field')).toEqual([
    ['0', '', 'i'],
    ['1', '', 't'],
    ['2', 'a', 'i'],
    ['3', 'a', 's'],
    ['4', 'a', 't'],
    ['5', 'b', 'ok'],
    ['6', 'b', 't'],
  ]);
});

test.each([
  ['mean()', [['16'], ['2.3333333333333335'], ['8']]],
  ['sum()', [['16'], ['7'], ['8']]],
  ['count()', [['1'], ['3'], ['1']]],
  ['min()', [['16'], ['1'], ['8']]],
  ['max()', [['16'], ['4'], ['8']]],
  ['first()', [['16'], ['1'], ['8']]],
  ['last()', [['16'], ['4'], ['8']]],
  ['spread()', [['0'], ['3'], ['0']]],
  ['median()', [['16'], ['2'], ['8']]],
])('%s by series', async (call, expected) => {
  expect(await server.rows(`${TEMPERATURES} |> ${call}`, '_value')).toEqual(expected);
});

test('an aggregate of what the storage reads has its value third, of a shared stream last', async () => {
  const alone = await server.ask(`${OF_A} |> sum()`, { dialect: {} });
  expect(alone.text).toContain(',result,table,_start,_stop,_value,_field,_measurement,host');
  const shared = await server.ask(`d = ${OF_A}\nd |> sum() |> yield(name: "s")\nd |> yield()`, {
    dialect: {},
  });
  expect(shared.text).toContain(',result,table,_start,_stop,_field,_measurement,host,_value');
});

test('empty windows: 0 for a count, null for anything else', async () => {
  const windowed = (fn: string, createEmpty = true) =>
    server.rows(
      `${OF_A} |> range(start: 2021-08-31T15:00:00Z, stop: 2021-08-31T15:02:30Z) |> aggregateWindow(every: 30s, fn: ${fn}, createEmpty: ${createEmpty})`,
      '_time',
      '_value',
    );
  expect(await windowed('mean')).toEqual([
    ['2021-08-31T15:00:30Z', '1'],
    ['2021-08-31T15:01:00Z', '2'],
    ['2021-08-31T15:01:30Z', ''],
    ['2021-08-31T15:02:00Z', '4'],
    ['2021-08-31T15:02:30Z', ''],
  ]);
  expect((await windowed('count')).map(([, value]) => value)).toEqual(['1', '1', '0', '1', '0']);
  expect((await windowed('last')).map(([, value]) => value)).toEqual(['1', '2', '', '4', '']);
  expect(await windowed('last', false)).toHaveLength(3);
  expect(await windowed('sum', false)).toHaveLength(3);
});

test('a window of another function, of an offset and at its start', async () => {
  const rows = await server.rows(
    `${OF_A} |> aggregateWindow(every: 1m, offset: 15s, timeSrc: "_start", fn: (column, tables=<-) => tables |> spread(column: column), createEmpty: false)`,
    '_time',
    '_value',
  );
  expect(rows).toEqual([
    ['2021-08-31T15:00:00Z', '0'],
    ['2021-08-31T15:00:15Z', '0'],
    ['2021-08-31T15:01:15Z', '0'],
  ]);
});

test('a period longer than every counts rows twice', async () => {
  const rows = await server.rows(
    `${OF_A} |> aggregateWindow(every: 1m, period: 2m, fn: count, createEmpty: false)`,
    '_time',
    '_value',
  );
  expect(rows).toEqual([
    ['2021-08-31T15:01:00Z', '2'],
    ['2021-08-31T15:02:00Z', '3'],
    ['2021-08-31T15:03:00Z', '1'],
  ]);
});

test('grouping by a tag keeps the range in the key and puts what lacks it last', async () => {
  const { text } = await server.ask(`${TEMPERATURES} |> group(columns: ["host"])`);
  expect(text).toContain('#group,false,false,true,true,false,false,false,false,true');
  expect(
    await server.rows(`${TEMPERATURES} |> group(columns: ["host"])`, 'table', '_value'),
  ).toEqual([
    ['0', '1'],
    ['0', '2'],
    ['0', '4'],
    ['1', '8'],
    ['2', '16'],
  ]);
});

test('grouping tables of rows makes keys of their own values', async () => {
  const rows = await server.rows(
    `import "array"\narray.from(rows: [{k: "b", v: 1}, {k: "a", v: 2}, {k: "b", v: 3}]) |> group(columns: ["k"])`,
    'table',
    'k',
    'v',
  );
  expect(rows).toEqual([
    ['0', 'a', '2'],
    ['1', 'b', '1'],
    ['1', 'b', '3'],
  ]);
});

test.each([
  [`keep(columns: ["_value", "host"])`, ',result,table,_value,host'],
  [`drop(columns: ["_start", "_stop", "_time"])`, ',result,table,_value,_field,_measurement,host'],
  [`drop(fn: (column) => column =~ /^_/)`, ',result,table,host'],
  [`rename(columns: {_value: "t"}) |> keep(columns: ["t"])`, ',result,table,t'],
  [`duplicate(column: "host", as: "h2") |> keep(columns: ["h2"])`, ',result,table,h2'],
  [`map(fn: (r) => ({a: r._value, b: r.host}))`, ',result,table,a,b'],
])('%s', async (call, header) => {
  const { text } = await server.ask(`${OF_A} |> ${call}`, { dialect: {} });
  expect(text.split('\r\n')[0]).toBe(header);
});

test('a filter on a tag: a series without it passes only where the storage decides', async () => {
  const count = async (call: string) => (await server.rows(`${AIR} |> ${call}`, '_value')).length;
  expect(await count('filter(fn: (r) => r._field == "t" and r.host != "a")')).toBe(2);
  expect(
    await count(
      'filter(fn: (r) => r._field == "t") |> map(fn: (r) => r) |> filter(fn: (r) => r.host != "a")',
    ),
  ).toBe(1);
  expect(await count('filter(fn: (r) => r._field == "t" and exists r.host)')).toBe(4);
  expect(
    await count('filter(fn: (r) => r._field == "t" and r._value >= 4 and r._value < 16.0)'),
  ).toBe(2);
  expect(await count('filter(fn: (r) => r.host =~ /^[ab]$/ or r._field == "i")')).toBe(12);
});

test('a filter that only tells true for some of its terms to the storage', async () => {
  const rows = await server.rows(
    `h = "a"\n${AIR} |> filter(fn: (r) => r._field == "t" and r.host == h)`,
    '_value',
  );
  expect(rows).toEqual([['1'], ['2'], ['4']]);
});

test.each([
  ['sort(desc: true) |> limit(n: 2)', [['4'], ['2']]],
  ['limit(n: 1, offset: 1)', [['2']]],
  ['tail(n: 2)', [['2'], ['4']]],
  ['tail(n: 1, offset: 1)', [['2']]],
  ['toInt() |> map(fn: (r) => ({r with _value: r._value * 2}))', [['2'], ['4'], ['8']]],
  ['toString()', [['1'], ['2'], ['4']]],
  ['cumulativeSum()', [['1'], ['3'], ['7']]],
  ['difference()', [['1'], ['2']]],
  ['derivative(unit: 30s)', [['1'], ['1']]],
  ['movingAverage(n: 2)', [['1.5'], ['3']]],
  ['top(n: 1)', [['4']]],
  ['stddev()', [['1.5275252316519465']]],
  ['quantile(q: 0.5, method: "exact_mean")', [['2']]],
])('%s', async (call, expected) => {
  expect(await server.rows(`${OF_A} |> ${call}`, '_value')).toEqual(expected);
});

test('distinct values, and the first row of each', async () => {
  const texts = `${AIR} |> filter(fn: (r) => r._field == "s")`;
  expect(await server.rows(`${texts} |> distinct()`, '_value')).toEqual([['x'], ['y']]);
  expect(await server.rows(`${texts} |> unique()`, '_time', '_value')).toEqual([
    ['2021-08-31T15:00:00Z', 'x'],
    ['2021-08-31T15:00:30Z', 'y'],
  ]);
});

test('pivot: a row a time, columns in order of appearance, gaps null', async () => {
  const { text } = await server.ask(
    `${AIR} |> filter(fn: (r) => r.host == "a" and r._field != "s") |> pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "_value") |> keep(columns: ["_time", "i", "t"])`,
    { dialect: {} },
  );
  expect(text.split('\r\n').slice(0, 3)).toEqual([
    ',result,table,_time,i,t',
    ',_result,0,2021-08-31T15:00:00Z,10,1',
    ',_result,0,2021-08-31T15:00:30Z,20,2',
  ]);
});

test('fill: a value, or the one before', async () => {
  const holes = `import "array"\nimport "internal/debug"\narray.from(rows: [{_value: debug.null(type: "int")}, {_value: 1}, {_value: debug.null(type: "int")}])`;
  expect(await server.rows(`${holes} |> fill(value: 0)`, '_value')).toEqual([['0'], ['1'], ['0']]);
  expect(await server.rows(`${holes} |> fill(usePrevious: true)`, '_value')).toEqual([
    [''],
    ['1'],
    ['1'],
  ]);
});

test('keys and values', async () => {
  expect(await server.rows(`${OF_A} |> keyValues(keyColumns: ["host"])`, '_key', '_value')).toEqual(
    [['host', 'a']],
  );
});

test('union and join', async () => {
  const other = `${AIR} |> filter(fn: (r) => r.host == "a" and r._field == "i")`;
  expect(await server.rows(`union(tables: [${OF_A}, ${OF_A}])`, '_value')).toHaveLength(6);
  expect(
    await server.rows(
      `join(tables: {t: ${OF_A}, i: ${other}}, on: ["_time", "host"])`,
      '_value_i',
      '_value_t',
    ),
  ).toEqual([
    ['10', '1'],
    ['20', '2'],
    ['30', '4'],
  ]);
});

test('a range of a range, and windows as tables', async () => {
  expect(
    await server.rows(`${OF_A} |> range(start: 2021-08-31T15:01:00Z)`, '_start', '_value'),
  ).toEqual([['2021-08-31T15:01:00Z', '4']]);
  expect(await server.rows(`${OF_A} |> window(every: 1m)`, 'table', '_start')).toEqual([
    ['0', '2021-08-31T15:00:00Z'],
    ['0', '2021-08-31T15:00:00Z'],
    ['1', '2021-08-31T15:01:00Z'],
  ]);
});
