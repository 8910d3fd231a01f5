import { goSort } from '@/demo/flux/goSort';
import type { Point } from './points';
import { byTime, compareCells, minus } from './points';
import type { Cell } from './results';

/** What a function makes of the points of a window, which are never none. */
export type PointsReducer = (points: readonly Point[]) => Point[];

function byValue(a: Point, b: Point): number {
  return compareCells(a.value, b.value);
}

function sorted(points: readonly Point[]): Point[] {
  return goSort(points, (a, b) => byValue(a, b) < 0);
}

function value(cell: Cell): Point[] {
  return [{ time: 0n, value: cell }];
}

function numbers(points: readonly Point[]): number[] {
  return points.map((point) => Number(point.value));
}

const median: PointsReducer = (points) => {
  const ordered = numbers(points).sort((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const high = ordered[middle] ?? 0;
  if (ordered.length % 2 === 1) return value(high);
  const low = ordered[middle - 1] ?? 0;
  return value(low + (high - low) / 2);
};

const stddev: PointsReducer = (points) => {
  if (points.length < 2) return value(NaN);
  let mean = 0;
  numbers(points).forEach((x, i) => {
    mean += (x - mean) / (i + 1);
  });
  const variance = numbers(points).reduce((sum, x) => sum + (x - mean) ** 2, 0);
  return value(Math.sqrt(variance / (points.length - 1)));
};

const spread: PointsReducer = (points) => {
  const ordered = sorted(points);
  return value(minus(ordered.at(-1)?.value ?? null, ordered[0]?.value ?? null));
};

/** Of equally frequent values the one that was seen first; of booleans true. */
const mode: PointsReducer = (points) => {
  const ordered = sorted(points);
  const [first] = ordered;
  if (typeof first?.value === 'boolean') {
    const trues = points.filter((point) => point.value === true).length;
    return value(trues * 2 >= points.length);
  }
  let best: Point & { count: number } = {
    value: first?.value ?? null,
    time: first?.time ?? 0n,
    count: 0,
  };
  let run = { ...best };
  for (const point of ordered) {
    if (point.value !== run.value) {
      run = { value: point.value, time: point.time, count: 1 };
      continue;
    }
    run.count++;
    if (best.count > run.count || (best.count === run.count && run.time > best.time)) continue;
    best = { ...run, time: point.time };
  }
  return value(best.value);
};

const distinct: PointsReducer = (points) => {
  const seen = new Map<Cell, Point>();
  for (const point of points) if (!seen.has(point.value)) seen.set(point.value, point);
  return [...seen.values()].sort((a, b) => byTime(a, b) || byValue(a, b));
};

export function percentile(percent: number): PointsReducer {
  return (points) => {
    const rank = Math.floor((points.length * percent) / 100 + 0.5) - 1;
    const point = rank < 0 ? undefined : sorted(points)[rank];
    return point ? [point] : [];
  };
}

/** The `count` greatest (`top`) or smallest points in time order; of equal ones the earliest. */
export function extremes(name: 'top' | 'bottom', count: number): PointsReducer {
  const sign = name === 'top' ? -1 : 1;
  return (points) =>
    [...points]
      .sort((a, b) => sign * byValue(a, b) || byTime(a, b))
      .slice(0, count)
      .sort(byTime);
}

/** The functions that need all points of a window, in time order. */
export const pointsReducers: Readonly<Record<string, PointsReducer>> = { median, distinct };

/** Those that take the points of a window series by series. */
export const unorderedReducers: Readonly<Record<string, PointsReducer>> = { stddev, spread, mode };
