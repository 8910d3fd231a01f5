import { describe, expect, it } from 'vitest';
import type { ResultTable } from './columns';
import { resultGrid } from './resultGrid';

const time: ResultTable['columns'][number] = {
  kind: 'time',
  type: 'time',
  name: '_time',
  t: Float64Array.of(0, 1000),
  ns: Int32Array.of(7, 0),
};
const tables: ResultTable[] = [
  {
    result: 'a',
    id: 0,
    length: 2,
    columns: [
      time,
      {
        kind: 'number',
        type: 'long',
        name: '_value',
        v: Float64Array.of(2 ** 53, 2),
        exact: new Map([[0, '9007199254740993']]),
      },
    ],
  },
  { result: 'a', id: 1, length: 0, columns: [time] },
  {
    result: 'a',
    id: 2,
    length: 1,
    columns: [
      { kind: 'constant', type: 'string', name: 'host', text: 'h1' },
      {
        kind: 'string',
        type: 'string',
        name: '_value',
        codes: Int32Array.of(0),
        dictionary: ['up'],
      },
    ],
  },
];

describe('grid of a result', () => {
  const grid = resultGrid(tables);
  const rows = Array.from({ length: grid.rows }, (_, row) =>
    grid.columns.map((_column, column) => grid.text(row, column)),
  );

  it('has all rows of all tables under the union of their columns, with every digit', () => {
    expect(grid.columns.map(({ name }) => name)).toEqual(['_time', '_value', 'host']);
    expect(rows).toEqual([
      ['1970-01-01T00:00:00.000000007Z', '9007199254740993', null],
      ['1970-01-01T00:00:01Z', '2', null],
      [null, 'up', 'h1'],
    ]);
  });
  it('says the type of a column, and both where tables differ', () => {
    expect(grid.columns.map(({ type, isNumeric }) => [type, isNumeric])).toEqual([
      ['time', false],
      ['long or string', false],
      ['string', false],
    ]);
  });
  it('knows the table of a row, past tables without rows', () => {
    expect([0, 1, 2].map((row) => tables[grid.tableAt(row)]?.id)).toEqual([0, 0, 2]);
  });
  it('shows the bounds of a range last', () => {
    const text = (name: string) => ({ kind: 'constant', type: 'string', name, text: '' }) as const;
    const columns = ['_start', '_stop', '_time', '_value', 'host'].map(text);
    const { columns: shown } = resultGrid([{ result: '', id: 0, length: 1, columns }]);
    expect(shown.map(({ name }) => name)).toEqual(['_time', '_value', 'host', '_start', '_stop']);
  });
  it('is empty without tables', () => {
    expect(resultGrid([])).toMatchObject({ columns: [], rows: 0 });
  });
});
