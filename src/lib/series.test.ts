import { describe, expect, it } from 'vitest';
import type { ResultTable } from './columns';
import { namesOf, seriesOf } from './series';

const table = (sensor: string, t: number[], v: number[]): ResultTable => ({
  result: '_result',
  id: 0,
  length: t.length,
  columns: [
    { kind: 'constant', type: 'time', name: '_start', text: '2026-01-01T00:00:00Z' },
    { kind: 'time', type: 'time', name: '_time', t: Float64Array.from(t) },
    { kind: 'number', type: 'double', name: '_value', v: Float64Array.from(v) },
    { kind: 'constant', type: 'string', name: '_field', text: 'co' },
    { kind: 'constant', type: 'string', name: 'sensor_id', text: sensor },
  ],
});

describe('series of a result', () => {
  it('are named by what differs, and say apart what they share', () => {
    const series = seriesOf([table('TLM0100', [1], [1]), table('TLM0101', [1], [2])]);
    expect(namesOf(series)).toEqual({
      common: [
        ['result', '_result'],
        ['_field', 'co'],
      ],
      names: ['TLM0100', 'TLM0101'],
    });
    expect(namesOf(series.slice(0, 1)).names).toEqual(['co']);
  });

  it('share the columns of the result when they are in order', () => {
    const one = table('a', [1, 2], [5, Number.NaN]);
    const [series] = seriesOf([one]);
    expect(series?.t).toBe(one.columns[1]?.kind === 'time' ? one.columns[1].t : null);
    expect(series?.hasGaps).toBe(true);
  });

  it('are put in order of time; rows without a time are left out', () => {
    const unsorted = table('a', [3, Number.NaN, 1], [30, 99, 10]);
    const value = unsorted.columns[2]!;
    if (value.kind === 'number') value.exact = new Map([[0, '9007199254740993']]);
    const [series] = seriesOf([unsorted]);
    expect([...series!.t]).toEqual([1, 3]);
    expect([...series!.v]).toEqual([10, 30]);
    expect([...series!.exact!]).toEqual([[1, '9007199254740993']]);
  });

  it('a pivoted table gives one series a column, booleans too, text none', () => {
    const pivoted: ResultTable = {
      result: 'm',
      id: 0,
      length: 2,
      columns: [
        { kind: 'time', type: 'time', name: 'time', t: Float64Array.of(1, 2) },
        { kind: 'number', type: 'number', name: 'co', v: Float64Array.of(1, 2) },
        { kind: 'boolean', type: 'boolean', name: 'on', v: Uint8Array.of(1, 2) },
        {
          kind: 'string',
          type: 'string',
          name: 'note',
          codes: Int32Array.of(0, 0),
          dictionary: ['x'],
        },
      ],
    };
    const series = seriesOf([pivoted]);
    expect(namesOf(series).names).toEqual(['co', 'on']);
    expect(series[1]).toMatchObject({ kind: 'boolean', v: Float64Array.of(1, Number.NaN) });
  });

  it('two tables with the same group key stay two series', () => {
    const [a, b] = seriesOf([table('x', [1], [1]), table('x', [1], [1])]);
    expect(a?.key).not.toBe(b?.key);
  });
});
