import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

const RANGE = 'range(start: 2021-08-31T00:00:00Z, stop: 2021-09-01T00:00:00Z)';
const ALL = `from(bucket: "b0") |> ${RANGE}`;
const X = `${ALL} |> filter(fn: (r) => r._field == "x")`;

let server: FluxServer;

beforeAll(async () => {
  server = await fluxServer();
  server.write('m,t=a x=1,s="one" 1630424257\nm,t=b x=3,s="two" 1630424257');
});

async function message(query: string): Promise<string> {
  const { text } = await server.ask(query);
  return (JSON.parse(text) as { message: string }).message;
}

const point = (value: string): string =>
  `import "array"
array.from(rows: [{_time: 2021-08-31T00:00:00Z, _measurement: "w", _field: "f", _value: ${value}}])`;

test('what ends in to() is named by its place', async () => {
  const { text } = await server.ask(
    `${point('1.5')} |> group(columns: ["_field"]) |> to(bucket: "b0")`,
  );
  expect(text).toContain('#default,to2,');
});

test('what to() cannot store is told after the tables', async () => {
  await server.ask(`${point('1.5')} |> to(bucket: "b0")`);
  const { status, text } = await server.ask(`${point('1')} |> to(bucket: "b0") |> limit(n: 1)`);
  expect(status).toBe(200);
  expect(text.split('\r\n').slice(4)).toEqual([
    ',,0,2021-08-31T00:00:00Z,w,f,1',
    '',
    '#datatype,string,string',
    '#group,true,true',
    '#default,,',
    ',error,reference',
    ',"partial write: field type conflict: input field ""f"" on measurement ""w"" is type integer, already exists as type float dropped=1",',
    '',
  ]);
});

test('tables held back until the end are lost with what to() cannot store', async () => {
  await server.ask(`${point('1.5')} |> to(bucket: "b0")`);
  expect(await message(`${point('1')} |> to(bucket: "b0") |> count()`)).toBe(
    'An internal error has occurred - check server logs',
  );
});

test('a result that another is made of comes first', async () => {
  const { text } = await server.ask(`${X} |> yield(name: "z") |> count() |> yield(name: "a")`);
  expect([...text.matchAll(/#default,(\w+)/g)].map(([, name]) => name)).toEqual(['z', 'a']);
});

test.each([
  [
    `${X}\n${X}`,
    'failed to initialize execute state: tried to produce more than one result with the name "_result"',
  ],
  [
    `${ALL} |> filter(fn: (r) => r._field == "s") |> max()`,
    'panic: unsupported for aggregate max: *reads.stringMultiShardArrayCursor',
  ],
  [
    'from(bucket: "") |> range(start: 0)',
    'failed to initialize execute state: no bucket name or id have been specified',
  ],
  [
    'buckets(org: "acme")',
    'error in building plan while starting program: buckets cannot list from a separate organization; please specify a host or remove the organization',
  ],
  [
    `${X} |> fill(usePrevious: false)`,
    'error in building plan while starting program: unknown type in fill op-spec',
  ],
  [
    `${X} |> window(every: 1mo2d)`,
    'duration used as an interval cannot mix month and nanosecond units',
  ],
])('%s', async (query, expected) => {
  expect(await message(query)).toBe(expected);
});

test.each([
  [
    'limit(n: 1) |> max(column: "t")',
    'max: invalid use of function: *universe.MaxSelector has no implementation for type string',
  ],
  ['count(column: "_time")', 'count: unsupported aggregate column type time'],
  ['filter(fn: (r) => r._value)', 'filter: type conflict: bool != float'],
  ['filter(fn: (r) => true, onEmpty: "x")', 'onEmpty must be keep or drop, was "x"'],
  [
    'pivot(rowKey: ["q"], columnKey: ["_field"], valueColumn: "_value")',
    'pivot: specified row key column does not exist in table: q',
  ],
  [
    'pivot(rowKey: ["_time"], columnKey: ["_field"], valueColumn: "q")',
    'pivot: specified value column does not exist in table: q',
  ],
  [
    'pivot(rowKey: ["_time"], columnKey: ["_time"], valueColumn: "_value")',
    'column name found in both rowKey and colKey: _time',
  ],
  [
    'window(every: 0s)',
    'window function requires at least one of "every" or "period" to be set and non-zero',
  ],
  ['window(every: -1h)', 'parameter "every" must be non-negative'],
  ['keyValues()', 'neither column list nor predicate function provided'],
  ['rename(columns: {t: 1})', 'rename error: columns object contains non-string value of type int'],
  ['set(key: "_value", value: "v")', 'panic: column _value:float is not of type string'],
])('%s is refused', async (piped, expected) => {
  expect(await message(`${X} |> ${piped}`)).toContain(expected);
});

test('a value for a column that is not there makes it', async () => {
  expect(await server.rows(`${X} |> fill(column: "q", value: "v")`, 't', 'q')).toEqual([
    ['a', 'v'],
    ['b', 'v'],
  ]);
});

test('a range that shares no time with the one before is of the year 1970', async () => {
  const { text } = await server.ask(
    `${X} |> range(start: 2022-01-01T00:00:00Z, stop: 2022-01-02T00:00:00Z)`,
  );
  expect(text).toContain('#default,_result,0,1970-01-01T00:00:00Z,1970-01-01T00:00:00Z,');
});

test('as text a time has all its digits', async () => {
  const rows = await server.rows(
    `${X} |> limit(n: 1) |> map(fn: (r) => ({a: string(v: r._time), b: "${'${r._time}'}"}))`,
    'a',
    'b',
  );
  expect(rows[0]).toEqual(['2021-08-31T15:37:37.000000000Z', '2021-08-31T15:37:37.000000000Z']);
});
