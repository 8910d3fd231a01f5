import type { Interval } from './timeRange';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Steps that people read easily, in milliseconds. */
export const niceSteps: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((n) => n * second),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * minute),
  ...[1, 2, 3, 6, 12].map((n) => n * hour),
  ...[1, 2, 7, 14, 30, 90, 180, 365].map((n) => n * day),
];

/** The window that gives at most one value a pixel, in milliseconds. */
export function windowFor({ from, to }: Interval, pixels: number): number {
  const least = (to - from) / Math.max(1, pixels);
  return niceSteps.find((step) => step >= least) ?? (niceSteps.at(-1) as number);
}

const units: readonly (readonly [string, number])[] = [
  ['d', day],
  ['h', hour],
  ['m', minute],
  ['s', second],
  ['ms', 1],
];

/** As Flux and InfluxQL write it: `10s`, `2h`. */
export function windowText(ms: number): string {
  for (const [unit, size] of units) if (ms % size === 0) return `${ms / size}${unit}`;
  return `${ms}ms`;
}
