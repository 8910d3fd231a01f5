import { isInfinite } from './durations';
import type { Duration } from './durations';
import { fail, failFinally } from './fluxError';
import { addDuration, floorDivide, monthIndex, startOfMonth } from './time';

/** Half-open, in nanoseconds. */
export interface Bounds {
  start: bigint;
  stop: bigint;
}

export function intersect(a: Bounds, b: Bounds): Bounds {
  return {
    start: a.start > b.start ? a.start : b.start,
    stop: a.stop < b.stop ? a.stop : b.stop,
  };
}

/** A range has no more windows than this: the real server would run out of memory. */
const MOST_WINDOWS = 5_000_000;

export interface WindowSpec {
  every: Duration;
  period: Duration;
  offset: Duration;
  /** Of the `location` option from UTC, in nanoseconds. */
  zoneOffset: bigint;
}

/** Windows start at whole multiples of `every` since 1970 (calendar months for `1mo`, `1y`). */
export class Windows {
  private readonly spec: WindowSpec;
  private readonly infinite: boolean;
  /** Nanoseconds from window to window, where no calendar is asked. */
  private readonly step: bigint | null;
  /** Where the window that is nearest after 1970 starts. */
  private readonly phase: bigint;

  constructor(spec: WindowSpec) {
    const { every } = spec;
    this.spec = spec;
    this.infinite = isInfinite(every);
    const { period, offset, zoneOffset } = spec;
    const isCalendar = every.months !== 0 || period.months !== 0 || offset.months !== 0;
    this.step = isCalendar ? null : every.ns;
    this.phase = offset.ns - zoneOffset;
    if (every.months !== 0 && every.ns !== 0n) {
      failFinally('duration used as an interval cannot mix month and nanosecond units');
    }
    if (every.months < 0 || every.ns < 0n) fail('duration used as an interval cannot be negative');
    if (every.months === 0 && every.ns === 0n) fail('duration used as an interval cannot be zero');
  }

  /** Every window that holds `time`, oldest first. */
  containing(time: bigint): Bounds[] {
    if (this.infinite) return [{ start: -(2n ** 63n), stop: 2n ** 63n - 1n }];
    if (this.step !== null && this.spec.period.ns === this.step) {
      const start = floorDivide(time - this.phase, this.step) * this.step + this.phase;
      return [{ start, stop: start + this.step }];
    }
    const found: Bounds[] = [];
    for (let index = this.indexAt(time); ; index -= 1n) {
      const bounds = this.at(index);
      if (bounds.stop <= time || bounds.start > time) return found.reverse();
      found.push(bounds);
    }
  }

  /** Every window that touches the range, oldest first. */
  *over({ start, stop }: Bounds): Iterable<Bounds> {
    if (this.infinite) {
      yield { start, stop };
      return;
    }
    if (Number(stop - start) / this.shortest() > MOST_WINDOWS)
      fail('memory allocation limit reached');
    let index = this.indexAt(start);
    while (this.at(index - 1n).stop > start) index -= 1n;
    while (this.at(index).stop <= start) index += 1n;
    if (this.step !== null) {
      const length = this.spec.period.ns;
      for (let at = this.at(index).start; at < stop; at += this.step) {
        yield { start: at, stop: at + length };
      }
      return;
    }
    for (; ; index += 1n) {
      const bounds = this.at(index);
      if (bounds.start >= stop) return;
      yield bounds;
    }
  }

  /** Nanoseconds from a window to the next, at least. */
  private shortest(): number {
    const { months, ns } = this.spec.every;
    return Number(ns) + months * 28 * 86_400e9;
  }

  private indexAt(time: bigint): bigint {
    const { every, offset, zoneOffset } = this.spec;
    const local = addDuration(time, { months: -offset.months, ns: -offset.ns }) + zoneOffset;
    if (every.months === 0) return floorDivide(local, every.ns);
    return floorDivide(BigInt(monthIndex(local)), BigInt(every.months));
  }

  private at(index: bigint): Bounds {
    const { every, period, offset, zoneOffset } = this.spec;
    const aligned =
      every.months === 0 ? index * every.ns : startOfMonth(Number(index) * every.months);
    const start = addDuration(aligned, offset) - zoneOffset;
    const stop = addDuration(addDuration(aligned, period), offset) - zoneOffset;
    return { start, stop };
  }
}
