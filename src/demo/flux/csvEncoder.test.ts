import { expect, test } from 'vitest';
import { columnOf, constantColumn } from './column';
import { encodeCsv } from './csvEncoder';
import type { Annotation, Dialect, Result } from './csvEncoder';
import { FluxError } from './fluxError';
import { formatFloat } from './numbers';
import type { Table } from './table';

function dialect(annotations: Annotation[] = [], more: Partial<Dialect> = {}): Dialect {
  return { header: true, delimiter: ',', annotations, ...more };
}

async function text(results: Result[], given: Dialect): Promise<string> {
  let all = '';
  for await (const chunk of encodeCsv(results, given)) all += chunk;
  return all;
}

function lines(...all: string[]): string {
  return all.map((line) => `${line}\r\n`).join('');
}

function texts(host: string, values: (string | null)[]): Table {
  return {
    key: [{ label: 'host', type: 'string', value: host }],
    columns: [constantColumn('host', 'string', host), columnOf('_value', 'string', values)],
    length: values.length,
  };
}

const ALL: Annotation[] = ['datatype', 'group', 'default'];

test('tables of one schema share a header, another schema begins a block', async () => {
  const numbers: Table = { key: [], columns: [columnOf('_value', 'float', [1.5])], length: 1 };
  const tables = [texts('a', ['x']), texts('b', ['y']), numbers];
  expect(await text([{ name: '_result', tables }], dialect(ALL))).toBe(
    lines(
      '#datatype,string,long,string,string',
      '#group,false,false,true,false',
      '#default,_result,,,',
      ',result,table,host,_value',
      ',,0,a,x',
      ',,1,b,y',
      '',
      '#datatype,string,long,double',
      '#group,false,false,false',
      '#default,_result,,',
      ',result,table,_value',
      ',,2,1.5',
      '',
    ),
  );
});

test('an empty table tells its number and key in the defaults', async () => {
  expect(await text([{ name: 'r', tables: [texts('a', [])] }], dialect(['default']))).toBe(
    lines('#default,r,0,a,', ',result,table,host,_value', ''),
  );
});

test('without the default annotation every row names its result', async () => {
  expect(
    await text([{ name: 'r', tables: [texts('a', ['x'])] }], dialect([], { header: false })),
  ).toBe(lines(',r,0,a,x', ''));
});

test('each result ends with an empty line and counts its tables from 0', async () => {
  const results = [
    { name: 'none', tables: [] },
    { name: 'one', tables: [texts('a', ['x'])] },
  ];
  expect(await text(results, dialect())).toBe(
    lines('', ',result,table,host,_value', ',one,0,a,x', ''),
  );
});

test.each([
  ['a,b', '"a,b"'],
  ['a"b', '"a""b"'],
  ['a\nb', '"a\r\nb"'],
  [' a', '" a"'],
  ['a ', 'a '],
  ['#a', '#a'],
  ['', ''],
  ['ünï 🌡', 'ünï 🌡'],
])('%j is written as %s', async (value, expected) => {
  expect(
    await text([{ name: 'r', tables: [texts('h', [value])] }], dialect([], { header: false })),
  ).toBe(lines(`,r,0,h,${expected}`, ''));
});

test.each([
  [1e300, `1${'0'.repeat(300)}`],
  [1e21, `1${'0'.repeat(21)}`],
  [1e-7, '0.0000001'],
  [1.25e-10, '0.000000000125'],
  [-1.5e22, '-15000000000000000000000'],
  [-0, '-0'],
  [Number.NaN, 'NaN'],
  [Infinity, '+Inf'],
  [-Infinity, '-Inf'],
  [12_345_678_901_234_567_000, '12345678901234567000'],
])('the float %d has no exponent', (value, expected) => {
  expect(formatFloat(value)).toBe(expected);
});

test('nulls are empty', async () => {
  const table: Table = {
    key: [],
    columns: [columnOf('i', 'int', [1n, null]), columnOf('b', 'bool', [null, false])],
    length: 2,
  };
  expect(await text([{ name: 'r', tables: [table] }], dialect([], { header: false }))).toBe(
    lines(',r,0,1,', ',r,0,,false', ''),
  );
});

function* failing(tables: Table[]): Generator<Table> {
  yield* tables;
  throw new FluxError('went wrong, badly');
}

test('what fails first is thrown, what fails later is a table', async () => {
  await expect(text([{ name: 'r', tables: failing([]) }], dialect())).rejects.toThrow('went wrong');
  expect(
    await text([{ name: 'r', tables: failing([texts('a', ['x'])]) }], dialect(['group'])),
  ).toBe(
    lines(
      '#group,false,false,true,false',
      ',result,table,host,_value',
      ',r,0,a,x',
      '',
      '#group,true,true',
      ',error,reference',
      ',"went wrong, badly",',
    ),
  );
});

test('the first table is there before the second is computed', async () => {
  let computed = 0;
  function* counting(): Generator<Table> {
    for (const host of ['a', 'b']) {
      computed += 1;
      yield texts(host, ['x']);
    }
  }
  const chunks = encodeCsv([{ name: 'r', tables: counting() }], dialect());
  await chunks.next();
  expect(computed).toBe(1);
});
