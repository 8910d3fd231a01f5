import { describe, expect, it } from 'vitest';
import { nearestTime, nextTime, readingsAt } from './readings';
import type { Series } from './series';
import { extentOf, statsOf } from './seriesStats';
import { exactValue, shortNumber, shortValue } from './valueText';

const series = (t: number[], v: number[], more: Partial<Series> = {}): Series => ({
  key: 'k',
  labels: [],
  kind: 'float',
  t: Float64Array.from(t),
  v: Float64Array.from(v),
  hasGaps: true,
  ...more,
});
const a = series([0, 10, 20, 30], [5, Number.NaN, 1, 9]);
const b = series([5, 25], [7, 3]);

describe('statistics of a series', () => {
  it('are those of the interval, gaps left out', () => {
    expect(statsOf(a, { from: 0, to: 20 })).toEqual({
      last: 2,
      lowest: 2,
      highest: 0,
      mean: 3,
      count: 2,
    });
    expect(statsOf(a, { from: 40, to: 50 })).toMatchObject({
      last: -1,
      lowest: -1,
      mean: Number.NaN,
    });
  });
  it('the extent is that of all series, none without values', () => {
    const interval = { from: 0, to: 30 };
    expect(extentOf([a, b], [statsOf(a, interval), statsOf(b, interval)])).toEqual({
      low: 1,
      high: 9,
    });
    expect(extentOf([a], [statsOf(a, { from: 9, to: 11 })])).toBeNull();
  });
});

describe('readings', () => {
  it('are the nearest point of each series, highest first, within reach', () => {
    expect(readingsAt([a, b], 24, 10)).toEqual([
      { series: 1, index: 1 },
      { series: 0, index: 2 },
    ]);
    expect(readingsAt([a, b], 24, 2)).toEqual([{ series: 1, index: 1 }]);
    expect(readingsAt([a], 10, 1)).toEqual([]);
  });
  it('snap to the nearest time of any series', () => {
    expect(nearestTime([a, b], 6)).toBe(5);
    expect(nearestTime([], 6)).toBeUndefined();
  });
  it('step from point to point over all series and stay in the interval', () => {
    const interval = { from: 0, to: 25 };
    expect(nextTime([a, b], 0, 1, 1, interval)).toBe(5);
    expect(nextTime([a, b], 0, 1, 6, interval)).toBe(10);
    expect(nextTime([a, b], 20, -1, 1, interval)).toBe(10);
    expect(nextTime([a, b], 25, 1, 1, interval)).toBeUndefined();
  });
});

describe('text of a value', () => {
  it.each([
    [73.97038159354763, '73.9704'],
    [0, '0'],
    [1234.5678, '1,234.57'],
    [98765.4321, '98,765.43'],
    [12345678.9, '12,345,679'],
    [1e-9, '1e-9'],
    [1.5e300, '1.5e+300'],
    [Number.POSITIVE_INFINITY, 'Inf'],
  ])('%d at reading length is %s', (value, text) => {
    expect(shortNumber(value)).toBe(text);
  });
  it('no digit of an integer is lost', () => {
    const big = series([0, 1], [9007199254740992, 12], {
      kind: 'integer',
      exact: new Map([[0, '9007199254740993']]),
    });
    expect([shortValue(big, 0), exactValue(big, 0), shortValue(big, 1)]).toEqual([
      '9,007,199,254,740,993',
      '9007199254740993',
      '12',
    ]);
  });
  it('booleans are words and nothing is a dash', () => {
    const flags = series([0, 1, 2], [1, 0, Number.NaN], { kind: 'boolean' });
    expect([0, 1, 2].map((i) => shortValue(flags, i))).toEqual(['true', 'false', '–']);
  });
});
