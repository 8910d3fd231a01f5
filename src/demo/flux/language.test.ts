import { beforeAll, expect, test } from 'vitest';
import { fluxServer } from './fluxTesting';
import type { FluxServer } from './fluxTesting';

let server: FluxServer;

beforeAll(async () => {
  server = await fluxServer();
});

async function value(expression: string, before = ''): Promise<string | undefined> {
  const rows = await server.rows(
    `import "array"\nimport "strings"\nimport "math"\n${before}\narray.from(rows: [{x: ${expression}}])`,
    'x',
  );
  return rows[0]?.[0];
}

test.each([
  ['1 + 2 * 3', '7'],
  ['7 / 2', '3'],
  ['7 % 4', '3'],
  ['7.0 / 2.0', '3.5'],
  ['2.0 ^ 3.0', '8'],
  ['9223372036854775807 + 1', '-9223372036854775808'],
  ['-3', '-3'],
  ['"a" + "b"', 'ab'],
  ['"v=${1 + 1}"', 'v=2'],
  ['1 < 2 and not (2.0 >= 3.0)', 'true'],
  ['1 == 1.0', 'true'],
  ['"b" > "a" or false', 'true'],
  ['"abc" =~ /(?i)^A/', 'true'],
  ['"abc" !~ /c$/', 'false'],
  ['if 1 > 2 then "a" else "b"', 'b'],
  ['2021-01-01T00:00:00Z < 2021-01-02T00:00:00Z', 'true'],
  ['[1, 2, 3][1]', '2'],
  ['{a: 1, "b c": 2}["b c"]', '2'],
  ['int(v: "12")', '12'],
  ['int(v: 12.9)', '12'],
  ['int(v: 2021-01-01T00:00:00Z)', '1609459200000000000'],
  ['uint(v: 7)', '7'],
  ['float(v: "1e3")', '1000'],
  ['float(v: "+Inf")', '+Inf'],
  ['string(v: 1h30m)', '1h30m'],
  ['string(v: 1.50)', '1.5'],
  ['bool(v: "true")', 'true'],
  ['time(v: "2021-01-01T00:00:00.5Z")', '2021-01-01T00:00:00.5Z'],
  ['int(v: duration(v: "1m"))', '60000000000'],
  ['strings.toUpper(v: "ab")', 'AB'],
  ['strings.hasPrefix(v: "abc", prefix: "ab")', 'true'],
  ['math.abs(x: -1.5)', '1.5'],
  ['length(arr: [1, 2])', '2'],
  ['contains(value: 2, set: [1, 2])', 'true'],
  ['now()', '2021-09-01T00:00:00Z'],
] as const)('%s is %s', async (expression, expected) => {
  expect(await value(expression)).toBe(expected);
});

test('functions take defaults, pipes and blocks, and see what is around them', async () => {
  const before = `
    n = 10
    add = (x, y=n) => x + y
    twice = (x) => {
      y = add(x: x)
      return y + add(x: x, y: 1)
    }`;
  expect(await value('twice(x: 1)', before)).toBe('13');
});

test('records can be extended, and options changed', async () => {
  expect(await value('{r with b: 2}.b + {r with a: 5}.a', 'r = {a: 1}')).toBe('7');
  expect(await value('now()', 'option now = () => 2020-02-02T02:02:02Z')).toBe(
    '2020-02-02T02:02:02Z',
  );
});

test('days begin where the location says', async () => {
  const rows = await server.rows(
    `import "array"
     option location = {zone: "UTC", offset: 2h}
     array.from(rows: [{_time: 2021-08-30T23:00:00Z, _value: 1.0}])
       |> range(start: 2021-08-30T00:00:00Z, stop: 2021-09-01T00:00:00Z)
       |> aggregateWindow(every: 1d, fn: sum, createEmpty: false)`,
    '_time',
  );
  expect(rows).toEqual([['2021-08-31T22:00:00Z']]);
});

test('several yields are several results; what follows a yield is one more', async () => {
  const { text } = await server.ask(
    `import "array"
     array.from(rows: [{a: 1}]) |> yield(name: "x") |> map(fn: (r) => ({a: r.a + 1}))`,
    { dialect: { header: false } },
  );
  expect(text).toContain(',x,0,1\r\n');
  expect(text).toContain(',_result,0,2\r\n');
});

test('null is nothing to compare with', async () => {
  const rows = await server.rows(
    `import "array"
     import "internal/debug"
     array.from(rows: [{a: debug.null(type: "int"), b: 1}, {a: 2, b: 2}])
       |> map(fn: (r) => ({r with sum: r.a + r.b, has: exists r.a}))`,
    'sum',
    'has',
  );
  expect(rows).toEqual([
    ['', 'false'],
    ['4', 'true'],
  ]);
});

test('variables come in as a tree before the script', async () => {
  const id = (name: string) => ({ type: 'Identifier', name });
  const property = (name: string, value: unknown) => ({ type: 'Property', key: id(name), value });
  const hour = { type: 'DurationLiteral', values: [{ magnitude: 1, unit: 'h' }] };
  const init = {
    type: 'ObjectExpression',
    properties: [
      property('timeRangeStart', { type: 'UnaryExpression', operator: '-', argument: hour }),
      property('timeRangeStop', { type: 'CallExpression', callee: id('now') }),
    ],
  };
  const assignment = { type: 'VariableAssignment', id: id('v'), init };
  const extern = { type: 'File', body: [{ type: 'OptionStatement', assignment }] };
  const query = `import "array"
    array.from(rows: [{_time: 2021-08-31T23:30:00Z, _value: 1}])
      |> range(start: v.timeRangeStart, stop: v.timeRangeStop)
      |> keep(columns: ["_start", "_stop"])`;
  const { text } = await server.ask(query, { extern, dialect: { header: false } });
  expect(text).toBe(',_result,0,2021-08-31T23:00:00Z,2021-09-01T00:00:00Z\r\n\r\n');
  expect((await server.ask(query)).text).toContain('undefined identifier v');
});

test('a script can come as a tree', async () => {
  const parsed = await server.helper('ast', 'import "array"\narray.from(rows: [{a: 1 + 2}])');
  const { ast } = JSON.parse(parsed) as { ast: unknown };
  const response = await server.send({ ast });
  expect(await response.text()).toBe(',result,table,a\r\n,_result,0,3\r\n\r\n');
});

test.each([
  ['length(arr: [])', '0'],
  ['length(arr: [{}])', '1'],
  ['(() => 5)()', '5'],
  ['((x=2) => x)()', '2'],
])('%s, where something is left empty, is %s', async (expression, expected) => {
  expect(await value(expression)).toBe(expected);
});
