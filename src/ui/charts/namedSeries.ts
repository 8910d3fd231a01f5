import type { Series } from '@/lib/series';
import type { SeriesStats } from '@/lib/seriesStats';

/** A series with its name beside the others and the place that its colour follows. */
export interface NamedSeries {
  series: Series;
  place: number;
  name: string;
}

/** What the series have in common, as text. */
export function commonText(common: readonly (readonly [string, string])[]): string {
  return common
    .filter(([label]) => label !== 'result')
    .map(([label, value]) => `${label.replace(/^_/, '')} ${value}`)
    .join(' · ');
}

/** The series with the highest peaks, or all; those at the top have the first colours either way. */
export function chooseSeries(
  series: readonly Series[],
  names: readonly string[],
  stats: readonly SeriesStats[],
  limit: number,
  showsAll: boolean,
): NamedSeries[] {
  const top = topPlaces(series, stats, limit);
  const isTop = new Set(top);
  const order = [...top, ...series.map((_, i) => i).filter((i) => !isTop.has(i))];
  const colorPlace = new Map(order.map((i, place) => [i, place]));
  return series.flatMap((one, i) => {
    if (!showsAll && !isTop.has(i)) return [];
    return { series: one, place: colorPlace.get(i) ?? 0, name: names[i] ?? '' };
  });
}

/** Places of the series with the highest peaks, in the order of the chart; all of them when they are not too many. */
function topPlaces(
  series: readonly Series[],
  stats: readonly SeriesStats[],
  limit: number,
): number[] {
  const places = series.map((_, place) => place);
  if (places.length <= limit) return places;
  const peak = (place: number) => {
    const { highest = -1 } = stats[place] ?? {};
    return series[place]?.v[highest] ?? Number.NEGATIVE_INFINITY;
  };
  const top = [...places].sort((a, b) => peak(b) - peak(a) || a - b).slice(0, limit);
  return top.sort((a, b) => a - b);
}
