import { expect, test } from 'vitest';
import { csvResponse } from './answer';
import { columnOf } from './column';
import type { Dialect } from './csvEncoder';
import { fluxServer } from './fluxTesting';
import type { Table } from './table';

const DIALECT: Dialect = { header: true, delimiter: ',', annotations: [] };

function table(rows: number): Table {
  const values = Array.from({ length: rows }, (_, row) => BigInt(row));
  return { key: [], columns: [columnOf('_value', 'int', values)], length: rows };
}

test('tables are computed when they are read, and no more after an abort', async () => {
  let computed = 0;
  let closed = false;
  function* tables(): Generator<Table> {
    try {
      for (;;) {
        computed += 1;
        yield table(10_000);
      }
    } finally {
      closed = true;
    }
  }
  const response = await csvResponse([{ name: 'r', tables: tables() }], DIALECT);
  expect(computed).toBe(1);
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.read();
  const before = computed;
  await reader?.cancel();
  expect(closed).toBe(true);
  expect(computed).toBe(before);
});

test('a long answer comes in many chunks that add up', async () => {
  const response = await csvResponse([{ name: 'r', tables: [table(50_000)] }], DIALECT);
  let chunks = 0;
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    chunks += 1;
    text += decoder.decode(chunk, { stream: true });
  }
  expect(chunks).toBeGreaterThan(5);
  expect(text.split('\r\n')).toHaveLength(50_000 + 3);
});

test('points that to() writes can be read', async () => {
  const server = await fluxServer();
  server.write('m,host=a f=1.5,i=2i,s="x y" 1630424257');
  const copy = `from(bucket: "b0") |> range(start: 0) |> map(fn: (r) => ({r with _measurement: "copy"}))`;
  await server.rows(`${copy} |> to(bucket: "b0")`, '_value');
  const rows = await server.rows(
    'from(bucket: "b0") |> range(start: 0) |> filter(fn: (r) => r._measurement == "copy")',
    'host',
    '_field',
    '_value',
  );
  expect(rows).toEqual([
    ['a', 'f', '1.5'],
    ['a', 'i', '2'],
    ['a', 's', 'x y'],
  ]);
});

test('of points that to() cannot write, the others are written', async () => {
  const server = await fluxServer();
  server.write('m v=1 1630424257');
  const { status, text } = await server.ask(
    `import "array"
     array.from(rows: [
       {_time: 2021-08-31T15:00:00Z, _measurement: "m", _field: "v", _value: "text"},
       {_time: 2021-08-31T15:00:00Z, _measurement: "m", _field: "s", _value: "text"},
     ]) |> to(bucket: "b0")`,
  );
  expect(status).toBe(200);
  expect(text).toContain('field type conflict');
  expect(await server.rows('from(bucket: "b0") |> range(start: 0)', '_field')).toEqual([
    ['s'],
    ['v'],
  ]);
});

test('others have their turn while a long query computes', async () => {
  const server = await fluxServer();
  const lines = Array.from({ length: 240_000 }, (_, i) => `m v=${i} ${1630000000 + i}`);
  server.write(lines.join('\n'));
  await server.rows('buckets()', 'name');
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  setImmediate(count);
  const query = `from(bucket: "b0") |> range(start: 0) |> map(fn: (r) => ({r with _value: r._value * 2.0})) |> sum()`;
  expect(await server.rows(query, '_value')).toEqual([['57599760000']]);
  isOver = true;
  expect(turns).toBeGreaterThan(3);
});

test('2.7 shows string fields shifted, 2.9 does not', async () => {
  const values = async (version: string) => {
    const server = await fluxServer(version);
    server.write('m s="a" 1\nm s="" 2\nm s="b" 3');
    return server.rows('from(bucket: "b0") |> range(start: 0)', '_value');
  };
  expect(await values('2.9.1')).toEqual([['a'], [''], ['b']]);
  expect(await values('2.7.12')).toEqual([['a'], ['b'], ['']]);
});

test('gzip is for those who take it', async () => {
  const server = await fluxServer();
  const query = `import "array"\narray.from(rows: [${'{a: "a long text that repeats"},'.repeat(80)}])`;
  const plain = await server.send({ query });
  expect(plain.headers.has('Content-Encoding')).toBe(false);
  const zipped = await server.send({ query }, { 'Accept-Encoding': 'gzip' });
  expect(zipped.headers.get('Content-Encoding')).toBe('gzip');
  const unzipped = zipped.body?.pipeThrough(new DecompressionStream('gzip'));
  expect(await new Response(unzipped).text()).toBe(await plain.text());
});
