import type { Call } from '@/lib/influxqlAst';
import type { Point } from './points';
import { compareCells, minus } from './points';
import type { Cell } from './results';

interface Setting {
  /** Of the windows, where there are any. */
  every: bigint | null;
  descending: boolean;
}

type Transform = (points: readonly Point[], call: Call, setting: Setting) => Point[];

const SECOND = 1_000_000_000n;

function durationArg(call: Call, fallback: bigint): bigint {
  const arg = call.args[1];
  return arg?.kind === 'duration' ? arg.ns : fallback;
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

const derivative: Transform = (points, call, { every, descending }) => {
  const unit = Number(durationArg(call, every ?? SECOND));
  return pairs(points, (before, point) => {
    const gap = point.time - before.time;
    const elapsed = Number(descending ? -gap : gap) / unit;
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

function plus(a: Cell, b: Cell): Cell {
  return typeof a === 'bigint' && typeof b === 'bigint'
    ? BigInt.asIntN(64, a + b)
    : Number(a) + Number(b);
}

function zeroOf(points: readonly Point[]): Cell {
  return typeof points[0]?.value === 'bigint' ? 0n : 0;
}

const movingAverage: Transform = (points, call) => {
  const [, arg] = call.args;
  const size = arg?.kind === 'integer' ? Number(arg.value) : 2;
  const result: Point[] = [];
  let sum = zeroOf(points);
  points.forEach((point, i) => {
    if (i >= size) sum = minus(sum, points[i - size]?.value ?? 0);
    sum = plus(sum, point.value);
    if (i >= size - 1) result.push({ time: point.time, value: Number(sum) / size });
  });
  return result;
};

const cumulativeSum: Transform = (points) => {
  let sum = zeroOf(points);
  return points.map(({ time, value }) => {
    sum = plus(sum, value);
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

/** How many windows before the asked range a function reads; of a moving average the server reads too few. */
export function windowsBefore(call: Call): bigint {
  return Object.hasOwn(transforms, call.name) && call.name !== 'cumulative_sum' ? 1n : 0n;
}
