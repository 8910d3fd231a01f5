import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from './cellText';
import type { ResultTable } from './columns';
import type { EpochUnit } from './epochTime';
import { InfluxqlReader } from './influxqlJson';

const encoder = new TextEncoder();

function read(text: string, cuts: readonly number[] = [], unit: EpochUnit = 'ms') {
  const bytes = encoder.encode(text);
  const reader = new InfluxqlReader(unit);
  const places = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (a, b) => a - b,
  );
  let from = 0;
  for (const to of places) {
    reader.feed(bytes.slice(from, to));
    from = to;
  }
  return { ...reader.end(), rows: reader.rows };
}

type Cell = string | number | boolean | null;
interface Series {
  name: string;
  tags: Record<string, string>;
  columns: string[];
  values: Cell[][];
}

const textOf = (cell: Cell | undefined) =>
  cell === null || cell === undefined ? null : String(cell);

/** What the tables hold, in the shape of the JSON they came from; times as milliseconds. */
function seriesOf(tables: readonly ResultTable[]) {
  return tables.map((table) => {
    const constants = table.columns.filter((column) => column.kind === 'constant');
    const values = table.columns.filter((column) => column.kind !== 'constant');
    return {
      name: table.result,
      tags: Object.fromEntries(constants.map(({ name, text }) => [name, text])),
      columns: values.map(({ name }) => name),
      values: Array.from({ length: table.length }, (_, row) =>
        values.map((c) => (c.kind === 'time' ? String(c.t[row]) : cellText(c, row))),
      ),
    };
  });
}

const text = fc.string({
  unit: fc.constantFrom('a', '"', '\\', '\n', ',', ']', '[', '}', 'ü', '😀', ':', 'values'),
  maxLength: 5,
});
const number = fc.oneof(
  fc.integer(),
  fc
    .double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 })
    .filter((x) => x === 0 || Math.abs(x) > 1e-6)
    .map((x) => x + 0),
);
const columnCells: fc.Arbitrary<Cell>[] = [
  fc.oneof(number, fc.constant(null)),
  fc.oneof(text, fc.constant(null)),
  fc.oneof(fc.boolean(), fc.constant(null)),
  fc.oneof(number, text, fc.boolean(), fc.constant(null)),
];
const series: fc.Arbitrary<Series> = fc
  .record({
    name: text,
    tags: fc.dictionary(text, text, { maxKeys: 2 }),
    kinds: fc.array(fc.nat(columnCells.length - 1), { minLength: 1, maxLength: 3 }),
    count: fc.integer({ min: 1, max: 12 }),
  })
  .chain(({ name, tags, kinds, count }) =>
    fc
      .array(fc.tuple(fc.nat(2e12), ...kinds.map((kind) => columnCells[kind]!)), {
        minLength: count,
        maxLength: count,
      })
      .map((values) => ({
        name,
        tags,
        columns: ['time', ...kinds.map((_, i) => `c${i}`)],
        values,
      })),
  );

const plain = (cell: Cell) =>
  typeof cell === 'number' && Math.abs(cell) >= 1e21 ? null : textOf(cell);
const expected = (all: Series[]) =>
  all.map(({ name, tags, columns, values }) => ({
    name,
    tags,
    columns,
    values: values.map((row) => row.map(plain)),
  }));

function chunked(all: Series[], size: number): string {
  return all
    .flatMap((one, s) => {
      const documents: string[] = [];
      for (let i = 0; i < one.values.length; i += size) {
        const isLast = i + size >= one.values.length;
        const part = {
          ...one,
          values: one.values.slice(i, i + size),
          ...(isLast ? {} : { partial: true }),
        };
        const isLastOfAll = isLast && s === all.length - 1;
        documents.push(
          JSON.stringify({
            results: [
              { statement_id: 0, series: [part], ...(isLastOfAll ? {} : { partial: true }) },
            ],
          }) + '\n',
        );
      }
      return documents;
    })
    .join('');
}

describe('InfluxQL JSON', () => {
  it('reads what JSON.parse reads, wherever the bytes are cut, in one document or many', () => {
    fc.assert(
      fc.property(
        fc.array(series, { maxLength: 3 }),
        fc.nat(4),
        fc.array(fc.nat(), { maxLength: 12 }),
        (all, size, cuts) => {
          const body =
            size === 0
              ? JSON.stringify({ results: [{ statement_id: 0, series: all }] }) + '\n'
              : chunked(all, size);
          const { tables, errors, notices, rows } = read(body, cuts);
          expect(errors).toEqual([]);
          expect(notices).toEqual([]);
          expect(rows).toBe(all.reduce((sum, one) => sum + one.values.length, 0));
          expect(seriesOf(tables)).toEqual(expected(all));
        },
      ),
      { numRuns: 400 },
    );
  });

  const document = (inner: string) => `{"results":[{"statement_id":0,"series":[${inner}]}]}\n`;

  it.each<[EpochUnit, string, string]>([
    ['ns', '1600000000123456789', '2020-09-13T12:26:40.123456789Z'],
    ['ns', '-1', '1969-12-31T23:59:59.999999999Z'],
    ['ns', '5', '1970-01-01T00:00:00.000000005Z'],
    ['u', '1600000000123456', '2020-09-13T12:26:40.123456Z'],
    ['s', '1600000000', '2020-09-13T12:26:40Z'],
    ['ns', '"2020-09-13T14:26:40.5+02:00"', '2020-09-13T12:26:40.5Z'],
  ])('a time in %s, %s, keeps every digit', (unit, wire, shown) => {
    const { tables } = read(
      document(`{"name":"m","columns":["time","v"],"values":[[${wire},1]]}`),
      [],
      unit,
    );
    expect(cellText(tables[0]!.columns[0]!, 0)).toBe(shown);
  });

  it('keeps the digits of integers that no double holds', () => {
    const body = document(
      '{"name":"big","columns":["a","b","c","d"],"values":[[9007199254740993,-9223372036854775808,1e+21,-0]]}',
    );
    const [table] = read(body).tables;
    expect(table!.columns.map((column) => cellText(column, 0))).toEqual([
      '9007199254740993',
      '-9223372036854775808',
      '1000000000000000000000',
      '-0',
    ]);
  });

  it('the error of a statement is reported, and what came before it stays', () => {
    const body =
      document('{"name":"m","columns":["time","v"],"values":[[1,1]]}') +
      '{"results":[{"statement_id":1,"error":"database not found: nodb"}]}\n';
    const { tables, errors } = read(body);
    expect(tables).toHaveLength(1);
    expect(errors).toEqual([{ statement: 1, message: 'database not found: nodb' }]);
  });

  it('says so when the server itself stopped early', () => {
    const body =
      '{"results":[{"statement_id":0,"series":[{"name":"m","columns":["time","v"],"values":[[1,1]],"partial":true}]}]}\n';
    expect(read(body).notices).toEqual(['The server sent only a part of the rows.']);
  });

  it('statements of one document are told apart, with their messages', () => {
    const one = '{"name":"m","columns":["time","v"],"values":[[1,1]]}';
    const body = `{"results":[{"statement_id":0,"series":[${one}]},{"statement_id":1,"messages":[{"level":"warning","text":"deprecated"}],"series":[${one}]},{"statement_id":2}]}\n`;
    const { tables, notices } = read(body);
    expect(tables.map(({ id }) => id)).toEqual([0, 1]);
    expect(notices).toEqual(['deprecated']);
  });

  it('columns without rows are a table without rows', () => {
    expect(
      read('{"results":[{"statement_id":0,"series":[{"name":"databases","columns":["name"]}]}]}\n')
        .tables,
    ).toMatchObject([{ result: 'databases', length: 0, columns: [{ name: 'name' }] }]);
  });

  it('text that 1.x prints for what JSON cannot say is the error', () => {
    const body =
      document('{"name":"c","columns":["time","exp"],"values":[[1,1]]}') +
      'json: unsupported value: +Inf\n';
    expect(read(body)).toMatchObject({
      rows: 1,
      errors: [{ message: 'json: unsupported value: +Inf' }],
    });
  });

  it('an answer that breaks off or is no JSON is refused', () => {
    expect(() => read('{"results":[{"series":[{"columns":["time"],"values":[[1],[2')).toThrow(
      'ended within a row',
    );
    expect(() => read('<html></html>')).toThrow('not JSON');
  });
});
