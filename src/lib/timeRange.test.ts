import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowFor, windowText } from './aggregateWindow';
import {
  describeRelative,
  formatTimeRange,
  parseTimeRange,
  rangeOf,
  resolveTimeRange,
} from './timeRange';

describe('time range in a URL', () => {
  it.each([
    ['1h', { kind: 'relative', seconds: 3600, text: '1h' }],
    ['-30d', { kind: 'relative', seconds: 2_592_000, text: '30d' }],
    [
      '2026-01-01T00:00:00Z..2026-01-02T00:00:00Z',
      { kind: 'absolute', from: 1_767_225_600_000, to: 1_767_312_000_000 },
    ],
    ['0..1000', { kind: 'absolute', from: 0, to: 1000 }],
  ])('%s is read', (text, range) => {
    expect(parseTimeRange(text)).toEqual(range);
  });

  it.each([
    '',
    '0',
    'yesterday',
    '1x',
    '2026-01-02..2026-01-01',
    '1..2..3',
    '2026-13-01..2026-14-01',
    '0..99999999999999',
  ])('%j is none', (text) => {
    expect(parseTimeRange(text)).toBeUndefined();
  });

  it('what is written is read back', () => {
    const ms = fc.integer({ min: -1e12, max: 4e12 });
    fc.assert(
      fc.property(ms, fc.integer({ min: 1, max: 1e10 }), (from, length) => {
        const range = { kind: 'absolute' as const, from, to: from + length };
        expect(parseTimeRange(formatTimeRange(range))).toEqual(range);
      }),
    );
  });

  it('a relative range ends now', () => {
    const range = parseTimeRange('15m')!;
    expect(resolveTimeRange(range, 1_000_000_000)).toEqual({
      from: 999_100_000,
      to: 1_000_000_000,
    });
    expect(['15m', '45m'].map(describeRelative)).toEqual(['Past 15 minutes', 'Past 45m']);
  });

  it('a selection is at least a millisecond', () => {
    expect(rangeOf({ from: 5.2, to: 5.3 })).toEqual({ kind: 'absolute', from: 5, to: 6 });
  });
});

describe('window', () => {
  it.each([
    [3_600_000, 800, '5s'],
    [86_400_000, 800, '2m'],
    [30 * 86_400_000, 1000, '1h'],
    [1000, 800, '2ms'],
    [10, 800, '1ms'],
    [100 * 365 * 86_400_000, 50, '365d'],
  ])('%d ms over %d pixels', (span, pixels, text) => {
    expect(windowText(windowFor({ from: 0, to: span }, pixels))).toBe(text);
  });
});
