import { MAX_TIME, MIN_TIME } from './timeLiteral';
import { zoneOffset } from './timeZone';

export interface Interval {
  every: bigint;
  offset: bigint;
}

export interface Window {
  start: bigint;
  /** Not part of it. */
  end: bigint;
}

function absolute(x: bigint): bigint {
  return x < 0n ? -x : x;
}

/** The windows of `GROUP BY time(every, offset)`, on the clock of a time zone. */
export class Windows {
  readonly interval: Interval;
  readonly #timeZone: string | undefined;
  #last: Window = { start: 0n, end: 0n };

  constructor(interval: Interval, timeZone: string | undefined) {
    this.interval = interval;
    this.#timeZone = timeZone;
  }

  /** The window that a time falls into; asking for neighbours is cheap. */
  at(time: bigint): Window {
    const { start, end } = this.#last;
    if (time < start || time >= end) this.#last = this.#compute(time);
    return this.#last;
  }

  #compute(time: bigint): Window {
    const { every, offset } = this.interval;
    const t = time - offset;
    const zone = zoneOffset(this.#timeZone, t);
    let past = (t + zone) % every;
    if (past < 0n) past += every;
    const start = t - past <= MIN_TIME ? MIN_TIME : this.#onClock(t - past, zone);
    const end = t - past + every >= MAX_TIME ? MAX_TIME : this.#onClock(t - past + every, zone);
    return { start: start + offset, end: end + offset };
  }

  /** Clocks that were changed within a window move its edge, unless by more than the window is long. */
  #onClock(edge: bigint, zone: bigint): bigint {
    const change = zone - zoneOffset(this.#timeZone, edge);
    return absolute(change) < this.interval.every ? edge + change : edge;
  }
}
