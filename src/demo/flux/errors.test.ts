import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;

beforeAll(async () => {
  server = await fluxServer();
  server.write('m,host=a f=1,s="x",b=true 1630424257');
});

async function message(query: string): Promise<string> {
  const { text } = await server.ask(query);
  return (JSON.parse(text) as { message: string }).message;
}

const ALL = 'from(bucket: "b0") |> range(start: 0)';

test.each([
  ['foo', 'error @1:1-1:4: undefined identifier foo'],
  ['"é" + foo', 'error @1:8-1:11: undefined identifier foo'],
  [
    'x = foo\ny = bar',
    'error @1:5-1:8: undefined identifier foo\n\nerror @2:5-2:8: undefined identifier bar',
  ],
  ['from(bucket: "b0"', 'compilation failed: error @1:1-1:18: expected RPAREN, got EOF'],
  ['from(bucket: 1)', 'error @1:14-1:15: expected string but found int (argument bucket)'],
  ['import "nope"', 'error @1:1-1:14: invalid import path nope'],
  ['a = 1\na = 2', 'error @2:1-2:6: variable "a" reassigned'],
  [
    `${ALL} |> filter(fn: (r) => true) |> holtWinters(n: 1, interval: 1m)`,
    'error @1:69-1:80: undefined identifier holtWinters',
  ],
  ['import "experimental/geo"\nx = 1', 'error @1:1-1:26: invalid import path experimental/geo'],
  ['import "strings"\nx = strings.title(v: "a")', 'error @2:5-2:12: record is missing label title'],
  ['die(msg: "no")', 'error calling function "die" @1:1-1:15: no'],
  [
    'f = () => die(msg: "no")\nf()',
    'error calling function "f" @2:1-2:4: error calling function "die" @1:11-1:25: no',
  ],
  [
    `${ALL} |> aggregateWindow(every: 0s, fn: mean)`,
    'error calling function "aggregateWindow" @1:42-1:78: error calling function "window" @universe/universe.flux|3894:12-3900:10: window function requires at least one of "every" or "period" to be set and non-zero',
  ],
  [
    `${ALL} |> map(fn: (r) => r) |> filter(fn: (r) => r._field == "s") |> mean()`,
    'runtime error @1:101-1:107: mean: unsupported aggregate column type string',
  ],
  [
    `${ALL} |> filter(fn: (r) => r._field == "s") |> sum()`,
    'unsupported input type for sum aggregate: string',
  ],
  [
    `${ALL} |> count(column: "nope")`,
    'runtime error @1:42-1:63: count: column "nope" does not exist',
  ],
  [
    `${ALL} |> rename(columns: {nope: "a"})`,
    `runtime error @1:42-1:70: rename: rename error: column "nope" doesn't exist`,
  ],
])('%s', async (query, expected) => {
  expect(await message(query)).toBe(expected);
});

test('a bucket that is not there', async () => {
  const unknown = await server.ask('from(bucket: "nope") |> range(start: 0)');
  expect(unknown.status).toBe(404);
  expect(unknown.headers.get('X-Platform-Error-Code')).toBe('not found');
  expect(
    (await server.ask('from(bucket: "b0") |> range(start: 0) |> to(bucket: "x")')).status,
  ).toBe(404);
});

test('a checked script leaves the next one unharmed', async () => {
  await message('x = (');
  expect(await server.rows(`${ALL} |> count()`, '_value')).toEqual([['1'], ['1'], ['1']]);
});
