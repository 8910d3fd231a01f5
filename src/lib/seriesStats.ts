import { lowerBound, upperBound } from './m4';
import type { Series } from './series';
import type { Interval } from './timeRange';

/** Within an interval. Indices into the series, -1 where it has no value there. */
export interface SeriesStats {
  last: number;
  lowest: number;
  highest: number;
  /** NaN without a value. */
  mean: number;
  count: number;
}

export function statsOf({ t, v }: Series, { from, to }: Interval): SeriesStats {
  const start = lowerBound(t, from);
  const end = upperBound(t, to, start);
  let last = -1;
  let lowest = -1;
  let highest = -1;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let sum = 0;
  let count = 0;
  for (let i = start; i < end; i++) {
    const value = v[i] as number;
    if (!Number.isFinite(value)) continue;
    sum += value;
    count++;
    last = i;
    if (value < low) {
      low = value;
      lowest = i;
    }
    if (value > high) {
      high = value;
      highest = i;
    }
  }
  return { last, lowest, highest, mean: sum / count, count };
}

/** Lowest and highest value of all, null without any. */
export function extentOf(
  series: readonly Series[],
  stats: readonly SeriesStats[],
): { low: number; high: number } | null {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  series.forEach(({ v }, i) => {
    const { lowest = -1, highest = -1 } = stats[i] ?? {};
    low = Math.min(low, v[lowest] ?? low);
    high = Math.max(high, v[highest] ?? high);
  });
  return low <= high ? { low, high } : null;
}
