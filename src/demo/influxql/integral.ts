import type { Point } from './points';
import type { Windows } from './windows';

interface Known {
  time: bigint;
  value: number;
}

function area(a: Known, b: Known, unit: number): number {
  return 0.5 * (a.value + b.value) * (Number(b.time - a.time) / unit);
}

function between(a: Known, b: Known, time: bigint): Known {
  const part = Number(time - a.time) / Number(b.time - a.time);
  return { time, value: a.value + (b.value - a.value) * part };
}

/** The area under the points a unit of time; curves that cross the edge of a window are cut there. */
export function integral(
  points: readonly Point[],
  unit: bigint,
  windows: Windows | null,
  start: bigint,
): Point[] {
  const result: Point[] = [];
  let sum = 0;
  let previous: Known | null = null;
  let window = { start, end: 2n ** 64n };
  for (const point of points) {
    const current = { time: point.time, value: Number(point.value) };
    if (previous === null) {
      if (windows) window = windows.at(current.time);
    } else if (previous.time !== current.time) {
      if (windows && current.time >= window.end) {
        const edge = between(previous, current, window.end);
        sum += area(previous, edge, Number(unit));
        result.push({ time: window.start, value: sum });
        window = windows.at(current.time);
        sum = 0;
        previous = edge;
      }
      sum += area(previous, current, Number(unit));
    }
    previous = current;
  }
  if (previous !== null) result.push({ time: window.start, value: sum });
  return result;
}
