import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;
const HOLES = `import "array"
import "internal/debug"
t = array.from(rows: [
  {a: 1, b: debug.null(type: "string"), c: 2.5},
  {a: 3, b: "y", c: 1.5},
  {a: 2, b: "x", c: 2.5},
  {a: 2, b: debug.null(type: "string"), c: 0.5},
])
`;

beforeAll(async () => {
  server = await fluxServer();
  server.write(
    [
      'm,host=a v=1 1630422000',
      'm,host=a v=2 1630422030',
      'm,host=b v=2 1630422010',
      'm,host=b v=0 1630422100',
    ].join('\n'),
  );
});

test.each([
  ['sort(columns: ["b"])', ['1', '2', '2', '3']],
  ['sort(columns: ["b"], desc: true)', ['1', '2', '3', '2']],
  ['sort(columns: ["c", "a"])', ['2', '3', '1', '2']],
  ['sort(columns: ["c", "a"], desc: true)', ['2', '1', '3', '2']],
  ['sort(columns: ["nope", "a"])', ['1', '2', '2', '3']],
  ['limit(n: 2, offset: 1)', ['3', '2']],
  ['limit(n: 2, offset: 9)', []],
  ['tail(n: 2, offset: 1)', ['3', '2']],
  ['tail(n: 9)', ['1', '3', '2', '2']],
  ['unique(column: "b")', ['1', '3', '2']],
  ['filter(fn: (r) => r.b == "x" or not exists r.b)', ['1', '2', '2']],
  ['filter(fn: (r) => r.b != "x")', ['3']],
  ['filter(fn: (r) => r.b =~ /[xy]/)', ['3', '2']],
  ['fill(column: "b", value: "z") |> filter(fn: (r) => r.b == "z")', ['1', '2']],
])('%s', async (call, expected) => {
  expect((await server.rows(`${HOLES}t |> ${call}`, 'a')).flat()).toEqual(expected);
});

test('rows of two series, sorted together: the buffers of the series are merged', async () => {
  const rows = await server.rows(
    'from(bucket: "b0") |> range(start: -2d) |> group() |> sort(columns: ["_value"], desc: true)',
    'host',
    '_value',
  );
  expect(rows).toEqual([
    ['a', '2'],
    ['b', '2'],
    ['a', '1'],
    ['b', '0'],
  ]);
});

test.each([
  ['limit(n: 0)', 1],
  ['limit(n: -1)', 1],
  ['limit(n: 1, offset: 4)', 0],
  ['filter(fn: (r) => r.a > 9, onEmpty: "keep") |> limit(n: 1, offset: 4)', 1],
  ['tail(n: 0)', 1],
  ['tail(n: 1, offset: 4)', 1],
])('%s leaves no row, and %i table', async (call, tables) => {
  const { text } = await server.ask(`${HOLES}t |> ${call}`);
  expect(text.split(',result,table,a,b,c').length - 1).toBe(tables);
});

test.each([
  ['distinct(column: "b")', ['', 'y', 'x']],
  ['distinct(column: "c")', ['2.5', '1.5', '0.5']],
  ['distinct(column: "nope")', ['']],
  ['keyValues(keyColumns: ["a"])', ['1', '3', '2']],
])('%s', async (call, expected) => {
  expect((await server.rows(`${HOLES}t |> ${call}`, '_value')).flat()).toEqual(expected);
});
