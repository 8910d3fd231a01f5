import type { Call } from '@/lib/influxqlAst';
import type { Point } from './points';
import { compareCells } from './points';
import type { Cell } from './results';

type Transform = (points: readonly Point[], call: Call, every: bigint | null) => Point[];

const SECOND = 1_000_000_000n;

function durationArg(call: Call, fallback: bigint): bigint {
  const arg = call.args[1];
  return arg?.kind === 'duration' ? arg.ns : fallback;
}

function minus(a: Cell, b: Cell): Cell {
  if (typeof a === 'bigint' && typeof b === 'bigint') return BigInt.asIntN(64, a - b);
  return Number(a) - Number(b);
}

/** Calls back with each point and the one before it; of several at the same time only the first counts. */
function pairs(points: readonly Point[], visit: (before: Point, point: Point) => Cell): Point[] {
  const result: Point[] = [];
  let before: Point | null = null;
  for (const point of points) {
    if (before?.time === point.time) continue;
    if (before) {
      const value = visit(before, point);
      if (value !== null) result.push({ time: point.time, value });
    }
    before = point;
  }
  return result;
}

function nonNegative(value: Cell): Cell {
  return compareCells(value, 0) < 0 ? null : value;
}

const derivative: Transform = (points, call, every) => {
  const unit = Number(durationArg(call, every ?? SECOND));
  return pairs(points, (before, point) => {
    const elapsed = Number(point.time - before.time) / unit;
    const change = Number(minus(point.value, before.value)) / elapsed;
    return call.name === 'non_negative_derivative' ? nonNegative(change) : change;
  });
};

const difference: Transform = (points, call) =>
  pairs(points, (before, point) => {
    const change = minus(point.value, before.value);
    return call.name === 'non_negative_difference' ? nonNegative(change) : change;
  });

const elapsed: Transform = (points, call) => {
  const unit = durationArg(call, 1n);
  return points.slice(1).map((point, i) => ({
    time: point.time,
    value: (point.time - (points[i]?.time ?? 0n)) / unit,
  }));
};

const movingAverage: Transform = (points, call) => {
  const [, arg] = call.args;
  const size = arg?.kind === 'integer' ? Number(arg.value) : 2;
  const result: Point[] = [];
  let sum = 0;
  points.forEach((point, i) => {
    sum += Number(point.value);
    if (i >= size) sum -= Number(points[i - size]?.value ?? 0);
    if (i >= size - 1) result.push({ time: point.time, value: sum / size });
  });
  return result;
};

const cumulativeSum: Transform = (points) => {
  let sum: Cell = typeof points[0]?.value === 'bigint' ? 0n : 0;
  return points.map(({ time, value }) => {
    sum =
      typeof sum === 'bigint' && typeof value === 'bigint'
        ? BigInt.asIntN(64, sum + value)
        : Number(sum) + Number(value);
    return { time, value: sum };
  });
};

/** The functions of neighbouring points. */
export const transforms: Readonly<Record<string, Transform>> = {
  derivative,
  non_negative_derivative: derivative,
  difference,
  non_negative_difference: difference,
  elapsed,
  moving_average: movingAverage,
  cumulative_sum: cumulativeSum,
};

/** How many windows before the asked range a function needs to begin at its start. */
export function windowsBefore(call: Call): bigint {
  if (!Object.hasOwn(transforms, call.name) || call.name === 'cumulative_sum') return 0n;
  const [, size] = call.args;
  return call.name === 'moving_average' && size?.kind === 'integer' ? size.value : 1n;
}
