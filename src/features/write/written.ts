import type { Point } from '@/lib/lineProtocol';
import type { Picked } from '@/lib/paths';
import { formatTimeRange } from '@/lib/timeRange';

/** Points without a time get that of the server. */
const justNow = '15m';
const leastMarginMs = 60_000;

function rangeOf(points: readonly Point[]): string {
  const times = points.flatMap(({ timeNs }) =>
    timeNs === null ? [] : [Number(timeNs / 1_000_000n)],
  );
  if (times.length < points.length) return justNow;
  const from = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const to = times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
  const margin = Math.max(leastMarginMs, Math.ceil((to - from) / 20));
  return formatTimeRange({ kind: 'absolute', from: from - margin, to: to + margin });
}

/** Where points can be seen after they were stored: the first measurement, and of it a field that can be charted. */
export function writtenBy(points: readonly Point[]): Picked {
  const [point] = points;
  if (!point) return {};
  const { measurement, fields } = point;
  const [field] = fields.find(([, { type }]) => type !== 'string') ?? fields[0] ?? [];
  const own = points.filter((each) => each.measurement === measurement);
  return { measurement, field, range: rangeOf(own) };
}
