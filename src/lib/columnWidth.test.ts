import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellText } from './cellText';
import type { Column } from './columns';
import { columnWidth } from './columnWidth';

const numbers = (...v: number[]): Column => ({
  kind: 'number',
  type: 'double',
  name: 'v',
  v: Float64Array.from(v),
});

function longest(column: Column, length: number): number {
  return Math.max(...Array.from({ length }, (_, row) => cellText(column, row)?.length ?? 0));
}

describe('columnWidth', () => {
  it('one long number among short ones counts', () => {
    const values = Array.from({ length: 5000 }, (_, i) => 0.4 + (i % 10) / 1000);
    values[4321] = 0.43689999999999996;
    expect(columnWidth(numbers(...values), values.length)).toBeGreaterThanOrEqual(19);
  });

  it('short numbers stay narrow', () => {
    expect(columnWidth(numbers(71.7558, 71.964, -3), 3)).toBe('-71.7558'.length);
    expect(columnWidth(numbers(1, 20_000), 2)).toBe('20000'.length);
  });

  it('every digit of any number has room, up to the widest column', () => {
    const value = fc.oneof(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer().map((n) => n / 1000),
    );
    fc.assert(
      fc.property(fc.array(value, { minLength: 1 }), (values) => {
        const column = numbers(...values);
        const { length } = values;
        expect(columnWidth(column, length)).toBeGreaterThanOrEqual(
          Math.min(60, longest(column, length)),
        );
      }),
    );
  });

  it.each<[string, Column]>([
    [
      'exact integers',
      { ...numbers(2 ** 53), exact: new Map([[0, '-9223372036854775808']]) } as Column,
    ],
    ['a text', { kind: 'constant', type: 'string', name: 'x', text: 'some text' }],
    [
      'texts',
      {
        kind: 'string',
        type: 'string',
        name: 'x',
        codes: Int32Array.of(1),
        dictionary: ['a', 'abc'],
      },
    ],
    ['booleans', { kind: 'boolean', type: 'boolean', name: 'x', v: Uint8Array.of(0, 1) }],
    ['whole seconds', { kind: 'time', type: 'time', name: 't', t: Float64Array.of(1000) }],
    ['milliseconds', { kind: 'time', type: 'time', name: 't', t: Float64Array.of(1001) }],
    [
      'nanoseconds',
      {
        kind: 'time',
        type: 'time',
        name: 't',
        t: Float64Array.of(1001),
        ns: Int32Array.of(1),
      },
    ],
  ])('%s', (_name, column) => {
    expect(columnWidth(column, 1)).toBe(longest(column, 1));
  });
});
