import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tickLabel, timeLabel, timeTicks, valueTickLabels, valueTicks } from './ticks';

const utc = (text: string) => Date.parse(text);
const labels = (from: string, to: string, most: number) =>
  timeTicks({ from: utc(from), to: utc(to) }, most, 'utc').map((t, _, all) =>
    tickLabel(t, 'utc', (all[1] ?? 0) - (all[0] ?? 0)),
  );

describe('time ticks', () => {
  it.each([
    [
      '2026-01-01T06:56:40Z',
      '2026-01-01T07:56:40Z',
      6,
      ['07:00', '07:10', '07:20', '07:30', '07:40', '07:50'],
    ],
    ['2026-03-03T20:00:00Z', '2026-03-04T20:00:00Z', 4, ['Mar 4', '06:00', '12:00', '18:00']],
    [
      '2026-01-28T00:00:00Z',
      '2026-02-03T12:00:00Z',
      8,
      ['Jan 28', 'Jan 29', 'Jan 30', 'Jan 31', 'Feb 1', 'Feb 2', 'Feb 3'],
    ],
    ['2025-12-31T00:00:00Z', '2026-01-01T12:00:00Z', 4, ['Dec 31', '12:00', 'Jan 1', '12:00']],
    ['2025-11-15T00:00:00Z', '2026-03-15T00:00:00Z', 5, ['Dec 1', '2026', 'Feb 1', 'Mar 1']],
    [
      '2026-01-01T00:00:00.100Z',
      '2026-01-01T00:00:00.300Z',
      3,
      ['00:00.100', '00:00.200', '00:00.300'],
    ],
    ['2010-06-01T00:00:00Z', '2026-06-01T00:00:00Z', 4, ['2015', '2020', '2025']],
  ])('from %s to %s', (from, to, most, expected) => {
    expect(labels(from, to, most)).toEqual(expected);
  });

  it('stand in the interval, in order, and are not too many', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2e12 }),
        fc.integer({ min: 10, max: 1e11 }),
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('utc' as const, 'local' as const),
        (from, length, most, zone) => {
          const ticks = timeTicks({ from, to: from + length }, most, zone);
          expect(ticks.length).toBeLessThanOrEqual(most + 2);
          expect(
            ticks.every(
              (t, i) => t >= from && t <= from + length && (i === 0 || t > ticks[i - 1]!),
            ),
          ).toBe(true);
        },
      ),
    );
  });
});

describe('time label', () => {
  it('has every digit there is, and no more', () => {
    expect(timeLabel(utc('2026-01-01T01:02:03.04Z'), 0, 'utc')).toBe('2026-01-01 01:02:03.04 UTC');
    expect(timeLabel(utc('2026-01-01T01:02:03Z'), 12, 'utc')).toBe(
      '2026-01-01 01:02:03.000000012 UTC',
    );
  });
});

describe('value ticks', () => {
  it.each([
    [0.1, 0.93, 5, ['0', '0.2', '0.4', '0.6', '0.8', '1.0']],
    [68, 75, 4, ['68', '70', '72', '74', '76']],
    [3, 3, 4, ['2.6', '2.8', '3.0', '3.2', '3.4']],
    [0, 120_000, 3, ['0', '50k', '100k', '150k']],
    [-1, 1, 4, ['-1.0', '-0.5', '0', '0.5', '1.0']],
    [0, 2e-7, 2, ['0', '1.00e-7', '2.00e-7']],
  ])('from %d to %d', (low, high, count, expected) => {
    expect(valueTickLabels(valueTicks(low, high, count))).toEqual(expected);
  });

  it('reach from below the lowest to above the highest', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1e12, max: 1e12, noNaN: true }),
        fc.double({ min: 1e-3, max: 1e12, noNaN: true }),
        (low, span) => {
          const ticks = valueTicks(low, low + span, 5);
          expect(ticks.length).toBeGreaterThan(1);
          expect(ticks.length).toBeLessThanOrEqual(8);
          const tolerance = (Math.abs(low) + span) * 1e-9;
          expect(ticks[0]! - tolerance).toBeLessThanOrEqual(low);
          expect(ticks.at(-1)! + tolerance).toBeGreaterThanOrEqual(low + span);
        },
      ),
    );
  });
});
