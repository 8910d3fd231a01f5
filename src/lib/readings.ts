import { lowerBound, nearest, upperBound } from './m4';
import type { Series } from './series';
import type { Interval } from './timeRange';

/** What one series says at a time. */
export interface Reading {
  /** Place of the series in the list. */
  series: number;
  /** Place of the point in the series. */
  index: number;
}

/** The time of the point nearest to `t`, of any series; undefined when there is none. */
export function nearestTime(series: readonly Series[], t: number): number | undefined {
  let best: number | undefined;
  for (const one of series) {
    const time = one.t[nearest(one.t, t)];
    if (time !== undefined && (best === undefined || Math.abs(time - t) < Math.abs(best - t))) {
      best = time;
    }
  }
  return best;
}

/** The nearest point of each series, not further away than `reach`; highest value first. */
export function readingsAt(series: readonly Series[], t: number, reach: number): Reading[] {
  const readings: Reading[] = [];
  series.forEach(({ t: times, v }, i) => {
    const index = nearest(times, t);
    const time = times[index];
    if (time === undefined || Math.abs(time - t) > reach || Number.isNaN(v[index])) return;
    readings.push({ series: i, index });
  });
  const valueOf = ({ series: i, index }: Reading) => series[i]?.v[index] ?? 0;
  return readings.sort((a, b) => valueOf(b) - valueOf(a));
}

/** The next time with a point at least `least` away, forwards or backwards, within the interval. */
export function nextTime(
  series: readonly Series[],
  t: number,
  direction: 1 | -1,
  least: number,
  { from, to }: Interval,
): number | undefined {
  let best: number | undefined;
  for (const { t: times } of series) {
    const index =
      direction > 0
        ? lowerBound(times, Math.max(t + least, from))
        : upperBound(times, Math.min(t - least, to)) - 1;
    const time = times[index];
    if (time === undefined || time < from || time > to || time === t) continue;
    if (best === undefined || (time - best) * direction < 0) best = time;
  }
  return best;
}
