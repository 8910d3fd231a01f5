import type { Series } from './series';
import type { Interval } from './timeRange';

const aMinute = 60_000;

/** From the first point of all series to the last; null without any. One time alone gets room around it. */
export function spanOf(series: readonly Pick<Series, 't'>[]): Interval | null {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const { t } of series) {
    from = Math.min(from, t[0] ?? from);
    to = Math.max(to, t[t.length - 1] ?? to);
  }
  if (from > to) return null;
  return from < to ? { from, to } : { from: from - aMinute, to: to + aMinute };
}
