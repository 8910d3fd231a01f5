import type { Fill } from '@/lib/influxqlAst';
import type { Point } from './points';
import { minus } from './points';
import type { Cell } from './results';
import type { Windows } from './windows';

/** The server builds every empty window, however many: it runs out of memory and the connection is lost. */
export class ConnectionLost extends Error {}

const MOST_WINDOWS = 5_000_000n;

/** The value as one of the type of a sample. */
export function numberFill(value: number | bigint, sample: Cell): Cell {
  switch (typeof sample) {
    case 'bigint':
      return BigInt(Math.trunc(Number(value)));
    case 'number':
      return Number(value);
    case 'string':
      return '';
    case 'boolean':
      return false;
    default:
      return null;
  }
}

/** The server counts the times in whole windows. */
function onLine(before: Point, after: Point, time: bigint, every: bigint): Cell {
  if (typeof before.value === 'boolean' || typeof before.value === 'string') return null;
  if (before.value === null || after.value === null) return null;
  const [from, at, to] = [before.time / every, time / every, after.time / every];
  const isInteger = typeof before.value === 'bigint' && typeof after.value === 'bigint';
  const rise = Number(minus(after.value, before.value));
  const value = (rise / Number(to - from)) * Number(at - from) + Number(before.value);
  return isInteger ? BigInt.asIntN(64, BigInt(Math.trunc(value))) : value;
}

/** `before` and `after` in the asked order, as the server goes through the windows. */
function missing(
  { fill, windows }: FillScope,
  before: Point | undefined,
  after: Point | undefined,
  time: bigint,
): Cell {
  switch (fill.mode) {
    case 'number':
      return numberFill(fill.value, (before ?? after)?.value ?? null);
    case 'previous':
      return before?.value ?? null;
    case 'linear':
      return before && after ? onLine(before, after, time, windows.interval.every) : null;
    default:
      return null;
  }
}

export interface FillScope {
  fill: Fill;
  windows: Windows;
  /** Null = from the first point on. */
  start: bigint | null;
  end: bigint;
  descending: boolean;
}

/** Puts a point into every window of the range; points and windows in time order. */
export function filled(points: readonly Point[], scope: FillScope): Point[] {
  const { fill, windows, descending } = scope;
  const [first] = points;
  if (!first || fill.mode === 'none') return [...points];
  const last = windows.at(scope.end).start;
  let window = windows.at(scope.start ?? first.time);
  if ((last - window.start) / windows.interval.every > MOST_WINDOWS) {
    throw new ConnectionLost('too many windows');
  }
  const result: Point[] = [];
  let next = 0;
  while (window.start <= last) {
    const point = points[next];
    if (point && point.time < window.end) {
      result.push(point);
      next++;
      if ((points[next]?.time ?? window.end) >= window.end) window = windows.at(window.end);
      continue;
    }
    const neighbours = [points[next - 1], point] as const;
    const [before, after] = descending ? [...neighbours].reverse() : neighbours;
    const value = missing(scope, before, after, window.start);
    result.push({ time: window.start, value });
    window = windows.at(window.end);
  }
  return result;
}
