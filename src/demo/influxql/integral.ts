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
  const slope = (b.value - a.value) / Number(b.time - a.time);
  return { time, value: slope * Number(time - a.time) + a.value };
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
        if (previous.time !== edge.time) sum += area(previous, edge, Number(unit));
        result.push({ time: window.start, value: sum });
        window = windows.at(current.time);
        // For integers the server takes the value at the edge for that of the next point.
        const isInteger = typeof point.value === 'bigint' && previous.time !== edge.time;
        sum = isInteger
          ? area(
              { ...edge, value: previous.value },
              { ...current, value: edge.value },
              Number(unit),
            )
          : area(edge, current, Number(unit));
      } else {
        sum += area(previous, current, Number(unit));
      }
    }
    previous = current;
  }
  // A last point at the very start has no area. Over everything it stands at 0, whatever the range.
  if (previous !== null && previous.time !== window.start) {
    result.push({ time: windows ? window.start : 0n, value: sum });
  }
  return result;
}
