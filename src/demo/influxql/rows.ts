import type { Get } from './expression';
import type { Cell } from './results';
import type { Column } from './sources';

/** Where a slot of a row comes from: a column, or the same value in every row (a tag, or nothing). */
export type SlotSource = Column | { constant: Cell };

interface Indexed {
  values: ArrayLike<Cell>;
  /** Row → position in `values`, -1 = none; null = the same. */
  index: Int32Array | null;
}

/** Fields of one series joined by time; `get` reads the current `row`. */
export class Rows {
  readonly times: ArrayLike<bigint>;
  row = 0;
  readonly get: Get;

  constructor(times: ArrayLike<bigint>, slots: readonly SlotSource[]) {
    this.times = times;
    const readers = slots.map((slot) => this.#reader(slot));
    this.get = (slot) => readers[slot]?.() ?? null;
  }

  #reader(slot: SlotSource): () => Cell {
    if ('constant' in slot) return () => slot.constant;
    const { values, index }: Indexed = {
      values: slot.values,
      index: sameTimes(slot.times, this.times) ? null : positions(slot.times, this.times),
    };
    if (index === null) return () => values[this.row] ?? null;
    return () => values[index[this.row] ?? -1] ?? null;
  }
}

function sameTimes(a: ArrayLike<bigint>, b: ArrayLike<bigint>): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}

function positions(from: ArrayLike<bigint>, times: ArrayLike<bigint>): Int32Array {
  const index = new Int32Array(times.length).fill(-1);
  let at = 0;
  for (let row = 0; row < times.length; row++) {
    const time = times[row];
    while (at < from.length && time !== undefined && (from[at] ?? time) < time) at++;
    if (at < from.length && from[at] === time) index[row] = at;
  }
  return index;
}

function union(a: ArrayLike<bigint>, b: ArrayLike<bigint>): ArrayLike<bigint> {
  if (sameTimes(a, b)) return a;
  const merged: bigint[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    const x = a[i];
    const y = b[j];
    if (y === undefined || (x !== undefined && x <= y)) {
      if (x !== undefined) merged.push(x);
      if (x === y) j++;
      i++;
    } else {
      merged.push(y);
      j++;
    }
  }
  return merged;
}

/** A row for every time that one of the first `driving` slots has a value at. */
export function joinByTime(slots: readonly SlotSource[], driving: number): Rows | null {
  let times: ArrayLike<bigint> | null = null;
  for (const slot of slots.slice(0, driving)) {
    if ('constant' in slot) continue;
    times = times === null ? slot.times : union(times, slot.times);
  }
  return times && new Rows(times, slots);
}
