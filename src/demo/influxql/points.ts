import type { Cell } from './results';

/** What functions read and make; `aux` are the other columns of a selected point. */
export interface Point {
  time: bigint;
  value: Cell;
  aux?: readonly Cell[];
}

/** The values of one field of one series that a function sees, in time order, none of them null. */
export interface PointList {
  times: ArrayLike<bigint>;
  values: ArrayLike<Cell>;
  tags: ReadonlyMap<string, string>;
  /** Rows of a subquery. */
  isTable: boolean;
  /** Its points are not to be merged with those of others by time. */
  keepsOrder: boolean;
  aux: ((index: number) => readonly Cell[]) | null;
}

export function pointAt({ times, values, aux }: PointList, index: number): Point {
  const time = times[index] ?? 0n;
  const value = values[index] ?? null;
  return aux ? { time, value, aux: aux(index) } : { time, value };
}

/** The part of a list that begins at a time. */
export function from({ times, values, aux, ...rest }: PointList, start: bigint): PointList {
  let first = 0;
  while (first < times.length && (times[first] ?? start) < start) first++;
  return {
    times: Array.prototype.slice.call(times, first),
    values: Array.prototype.slice.call(values, first),
    ...rest,
    aux: aux && ((index) => aux(first + index)),
  };
}

export function pointsOf(list: PointList): Point[] {
  return Array.from({ length: list.times.length }, (_, index) => pointAt(list, index));
}

export function byTime(a: Point, b: Point): number {
  if (a.time === b.time) return 0;
  return a.time < b.time ? -1 : 1;
}

/** All points of several series in time order; at the same time in the order of the series. */
export function mergedPoints(lists: readonly PointList[]): Point[] {
  const all = lists.flatMap(pointsOf);
  return lists.length > 1 && !lists[0]?.keepsOrder ? all.sort(byTime) : all;
}

/** Several lists as one. */
export function joinedList(lists: readonly PointList[]): PointList[] {
  const [first, second] = lists;
  if (!first || !second) return [...lists];
  const points = mergedPoints(lists);
  const times = points.map((point) => point.time);
  const values = points.map((point) => point.value);
  return [{ ...first, times, values, aux: first.aux && ((index) => points[index]?.aux ?? []) }];
}

/** Orders values of one type: numbers by size, strings by code, false before true. */
export function compareCells(a: Cell, b: Cell): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Of integers as int64. */
export function minus(a: Cell, b: Cell): Cell {
  if (typeof a === 'bigint' && typeof b === 'bigint') return BigInt.asIntN(64, a - b);
  return Number(a) - Number(b);
}
