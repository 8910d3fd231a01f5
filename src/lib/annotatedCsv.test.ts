import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AnnotatedCsvReader } from './annotatedCsv';
import { cellText } from './cellText';
import type { ResultTable } from './columns';

const encoder = new TextEncoder();

function read(text: string, cuts: readonly number[] = []) {
  const bytes = encoder.encode(text);
  const reader = new AnnotatedCsvReader();
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

function rowsOf(tables: readonly ResultTable[]): Record<string, string>[] {
  return tables.flatMap((table) =>
    Array.from({ length: table.length }, (_, row) => ({
      result: table.result,
      table: String(table.id),
      ...Object.fromEntries(table.columns.map((c) => [c.name, cellText(c, row) ?? ''])),
    })),
  );
}

/** Slow and plain: the whole text, one state machine over characters, one object a row. */
function reference(text: string) {
  const records: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c !== '"') cell += c;
      else if (text[i + 1] === '"') {
        cell += '"';
        i++;
      } else quoted = false;
    } else if (c === '"' && cell === '') quoted = true;
    else if (c === ',') {
      records.at(-1)!.push(cell);
      cell = '';
    } else if (c === '\n') {
      records.at(-1)!.push(cell);
      records.push([]);
      cell = '';
    } else if (c !== '\r') cell += c;
  }
  records.at(-1)!.push(cell);
  const rows: Record<string, string>[] = [];
  let header: string[] | null = null;
  let defaults: string[] = [];
  for (const record of records) {
    if (record.length === 1 && record[0] === '') {
      header = null;
      defaults = [];
    } else if (record[0] === '#default') defaults = record;
    else if (record[0]?.startsWith('#')) header = null;
    else if (header === null) header = record;
    else {
      const names: string[] = header;
      const row: Record<string, string> = {};
      names.forEach((name, i) => {
        if (i > 0) row[name] = (record[i] ?? '') || (defaults[i] ?? '');
      });
      rows.push(row);
    }
  }
  return rows;
}

const next = <T>(stream: fc.Stream<T>) => stream.next().value as T;
const cellOf = (text: string) =>
  /[",\r\n]|^ /.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
const line = (cells: readonly string[]) => cells.map(cellOf).join(',') + '\r\n';

const tagText = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('TLM0100', 'a', 'ü→日', 'x y') },
  fc.string({ unit: fc.constantFrom('a', ',', '"', '\n', ' ', 'é', '😀', '#'), maxLength: 6 }),
);
const timeText = fc
  .tuple(
    fc.integer({ min: 0, max: 2_000_000_000 }),
    fc.integer({ min: 0, max: 999_999_999 }),
    fc.integer({ min: 0, max: 9 }),
  )
  .map(([s, ns, digits]) => {
    const fraction = String(ns).padStart(9, '0').slice(0, digits).replace(/0+$/, '');
    const whole = new Date(s * 1000).toISOString().slice(0, 19);
    return whole + (fraction ? '.' + fraction : '') + 'Z';
  });
const values: Record<string, fc.Arbitrary<string>> = {
  double: fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 })
        .filter((x) => x === 0 || Math.abs(x) > 1e-6)
        .map((x) => (Object.is(x, -0) ? '-0' : String(x))),
    },
    fc.constantFrom('NaN', '+Inf', '-Inf', '', '1' + '0'.repeat(300)),
  ),
  long: fc.oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }).map(String),
    fc.integer().map(String),
    fc.constant(''),
  ),
  unsignedLong: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map(String),
  boolean: fc.constantFrom('true', 'false', ''),
  string: tagText,
  'dateTime:RFC3339': fc.oneof(timeText, fc.constant('')),
};

/** One schema block: its columns in any order, its tables, their rows. */
const block = fc
  .record({
    types: fc.array(fc.constantFrom(...Object.keys(values)), { minLength: 1, maxLength: 3 }),
    tags: fc.nat(2),
    order: fc.infiniteStream(fc.nat(100)),
    yieldName: fc.constantFrom('_result', 'mean'),
    first: fc.nat(3),
    tables: fc.array(fc.nat(9), { minLength: 1, maxLength: 3 }),
    seed: fc.infiniteStream(fc.record(Object.fromEntries(Object.entries(values)))),
    tagSeed: fc.infiniteStream(tagText),
    lead: timeText,
  })
  .map(({ types, tags, order, yieldName, first, tables, seed, tagSeed, lead }) => {
    const columns = [
      { name: '_time', type: 'dateTime:RFC3339', group: false },
      ...types.map((type, i) => ({ name: `v${i}`, type, group: false })),
      { name: '_start', type: 'dateTime:RFC3339', group: true },
      ...Array.from({ length: tags }, (_, i) => ({ name: `tag${i}`, type: 'string', group: true })),
    ]
      .map((column) => ({ column, at: next(order) }))
      .sort((a, b) => a.at - b.at)
      .map(({ column }) => column);
    let text =
      line(['#datatype', 'string', 'long', ...columns.map((c) => c.type)]) +
      line(['#group', 'false', 'false', ...columns.map((c) => String(c.group))]) +
      line(['#default', yieldName, '', ...columns.map(() => '')]) +
      line(['', 'result', 'table', ...columns.map((c) => c.name)]);
    tables.forEach((count, i) => {
      const key = columns.map((c) => (c.name === '_start' ? lead : next(tagSeed)));
      for (let row = 0; row < count; row++) {
        const cells = columns.map((c, k) => (c.group ? key[k]! : next(seed)[c.type]!));
        text += line(['', '', String(first + i), ...cells]);
      }
    });
    return text + '\r\n';
  });

const shownAs = (text: string) => (text === '+Inf' ? 'Inf' : text);

describe('annotated CSV', () => {
  it('loses no row and no digit, wherever the bytes are cut', () => {
    fc.assert(
      fc.property(
        fc.array(block, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat(), { maxLength: 12 }),
        (blocks, cuts) => {
          const text = blocks.join('');
          const { tables, errors, rows } = read(text, cuts);
          const expected = reference(text).map((row) =>
            Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, shownAs(cell)])),
          );
          expect(errors).toEqual([]);
          expect(rows).toBe(expected.length);
          const key = (row: object) =>
            JSON.stringify(
              row,
              Object.keys(row).sort((a, b) => a.localeCompare(b)),
            );
          expect(rowsOf(tables).map(key)).toEqual(expected.map(key));
        },
      ),
      { numRuns: 400 },
    );
  });

  const head =
    '#datatype,string,long,dateTime:RFC3339,dateTime:RFC3339,double,string,string\r\n' +
    '#group,false,false,true,false,false,true,true\r\n#default,_result,,,,,,\r\n' +
    ',result,table,_start,_time,_value,_field,sensor_id\r\n';
  const row = (table: number, seconds: string, value: string, sensor: string) =>
    `,,${table},2026-01-01T00:00:00Z,2026-01-01T00:00:${seconds}Z,${value},co,${sensor}\r\n`;

  it('keeps 24 bytes a row or less: doubles for time and value, the group key once', () => {
    const { tables } = read(
      head + row(0, '00', '1.5', 'a') + row(0, '10', '2.5', 'a') + row(1, '00', '3', 'b'),
    );
    expect(tables.map((table) => table.length)).toEqual([2, 1]);
    expect(tables[0]?.columns).toMatchObject([
      { name: '_start', kind: 'constant', text: '2026-01-01T00:00:00Z' },
      {
        name: '_time',
        kind: 'time',
        t: Float64Array.of(Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1, 0, 0, 10)),
      },
      { name: '_value', kind: 'number', v: Float64Array.of(1.5, 2.5) },
      { name: '_field', text: 'co' },
      { name: 'sensor_id', text: 'a' },
    ]);
    expect(tables[0]?.columns[1]).not.toHaveProperty('ns');
  });

  it('reads nanoseconds exactly and goes on after a null, NaN and infinity', () => {
    const text =
      head +
      row(0, '00.000000001', '1', 'a') +
      row(0, '00.999999999', '', 'a') +
      row(0, '01', 'NaN', 'a') +
      row(0, '02', '+Inf', 'a') +
      row(0, '03.5', '-0', 'a');
    expect(rowsOf(read(text).tables).map((r) => [r._time?.slice(17), r._value])).toEqual([
      ['00.000000001Z', '1'],
      ['00.999999999Z', ''],
      ['01Z', 'NaN'],
      ['02Z', 'Inf'],
      ['03.5Z', '-0'],
    ]);
  });

  it('a table that another result repeats is a table of its own', () => {
    const other = head.replace('_result', 'mean');
    const { tables } = read(
      head + row(0, '00', '1', 'a') + '\r\n' + other + row(0, '00', '2', 'a') + '\r\n',
    );
    expect(tables.map(({ result, id, length }) => [result, id, length])).toEqual([
      ['_result', 0, 1],
      ['mean', 0, 1],
    ]);
  });

  it('an error table inside a 200 is an error, and the rows before it stay', () => {
    const failure =
      '\r\n#datatype,string,string\r\n#group,true,true\r\n#default,,\r\n,error,reference\r\n,"runtime error: ""x"", sorry",\r\n';
    const { tables, errors } = read(head + row(0, '00', '1', 'a') + failure);
    expect(errors).toEqual([{ message: 'runtime error: "x", sorry' }]);
    expect(rowsOf(tables)).toHaveLength(1);
  });

  it('an empty table shows its group key, an empty answer no table', () => {
    const empty =
      '#datatype,string,long,dateTime:RFC3339,double,string\r\n#group,false,false,false,false,true\r\n' +
      '#default,_result,0,,,co\r\n,result,table,_time,_value,_field\r\n\r\n';
    expect(read(empty).tables).toMatchObject([
      { length: 0, id: 0, columns: [{}, {}, { text: 'co' }] },
    ]);
    expect(read('\r\n').tables).toEqual([]);
  });

  it('without annotations every column is text', () => {
    expect(rowsOf(read(',result,table,_value\r\n,mean,0,1.50\r\n').tables)).toEqual([
      { result: 'mean', table: '0', _value: '1.50' },
    ]);
  });

  it('shows what has come so far without disturbing the rest', () => {
    const reader = new AnnotatedCsvReader();
    reader.feed(
      encoder.encode(head + row(0, '00', '1', 'a') + row(0, '01', '2', 'a').slice(0, 30)),
    );
    const early = rowsOf(reader.snapshot());
    reader.feed(encoder.encode(row(0, '01', '2', 'a').slice(30)));
    expect(early).toHaveLength(1);
    expect(rowsOf(reader.end().tables).map((r) => r._value)).toEqual(['1', '2']);
  });
});
