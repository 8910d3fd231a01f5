import type { Fill } from '@/lib/influxqlAst';
import type { Point } from './points';
import type { Cell } from './results';
import type { Windows } from './windows';

/** The server builds every empty window, however many: it runs out of memory and the connection is lost. */
export class ConnectionLost extends Error {}

const MOST_WINDOWS = 5_000_000n;

function numberFill(value: number | bigint, sample: Cell): Cell {
  if (typeof sample === 'bigint') return BigInt(Math.trunc(Number(value)));
  return typeof sample === 'number' ? Number(value) : null;
}

function onLine(before: Point, after: Point, time: bigint): Cell {
  if (before.value === null || after.value === null) return null;
  const part = Number(time - before.time) / Number(after.time - before.time);
  const from = Number(before.value);
  const value = from + (Number(after.value) - from) * part;
  return typeof before.value === 'bigint' ? BigInt(Math.trunc(value)) : value;
}

function missing(
  fill: Fill,
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
      return before && after ? onLine(before, after, time) : null;
    default:
      return null;
  }
}

/** Puts a point into every window of the range. An open start (null) means the first point. */
export function filled(
  points: readonly Point[],
  fill: Fill,
  windows: Windows,
  range: { start: bigint | null; end: bigint },
): Point[] {
  const [first] = points;
  if (!first || fill.mode === 'none') return [...points];
  const last = windows.at(range.end).start;
  let window = windows.at(range.start ?? first.time);
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
    const value = missing(fill, points[next - 1], point, window.start);
    result.push({ time: window.start, value });
    window = windows.at(window.end);
  }
  return result;
}
