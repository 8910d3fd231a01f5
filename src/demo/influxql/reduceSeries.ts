import type { Cell } from './results';
import type { Point, PointList } from './points';
import { compareCells, pointAt } from './points';

/** What a function makes of the points `from`…`to - 1` of one series; `weight` = how many they are. */
export interface Partial extends Point {
  weight: number;
  /** Of a mean: what is divided at the end. */
  total?: number;
}

export interface SeriesReducer {
  reduce(list: PointList, from: number, to: number): Partial;
  /** Joins the outcomes of several series. */
  join(a: Partial, b: Partial): Partial;
}

function add(a: Cell, b: Cell): Cell {
  if (typeof a === 'bigint' && typeof b === 'bigint') return BigInt.asIntN(64, a + b);
  return Number(a) + Number(b);
}

function sumOf({ values }: PointList, from: number, to: number): Cell {
  let sum: Cell = typeof values[from] === 'bigint' ? 0n : 0;
  for (let i = from; i < to; i++) sum = add(sum, values[i] ?? 0);
  return sum;
}

function valueOnly(value: Cell, weight: number): Partial {
  return { time: 0n, value, weight };
}

/** The server averages each series first and weighs the averages; it divides once, at the end. */
function weighted(a: Partial, b: Partial): Partial {
  const weight = a.weight + b.weight;
  const total = (a.total ?? 0) + (b.total ?? 0);
  return { ...valueOnly(total / weight, weight), total };
}

function meanOf(list: PointList, from: number, to: number): Partial {
  const weight = to - from;
  const mean = Number(sumOf(list, from, to)) / weight;
  return { ...valueOnly(mean, weight), total: mean * weight };
}

const aggregates: Readonly<Record<string, SeriesReducer>> = {
  count: {
    reduce: (_list, from, to) => valueOnly(BigInt(to - from), to - from),
    join: (a, b) => valueOnly(add(a.value, b.value), a.weight + b.weight),
  },
  sum: {
    reduce: (list, from, to) => valueOnly(sumOf(list, from, to), to - from),
    join: (a, b) => valueOnly(add(a.value, b.value), a.weight + b.weight),
  },
  mean: { reduce: meanOf, join: weighted },
};

/** Whether `b` is to be taken instead of `a`. */
type Better = (a: Point, b: Point) => boolean;

function selector(better: Better): SeriesReducer {
  return {
    reduce(list, from, to) {
      let best = pointAt(list, from);
      const candidate: Point = { time: 0n, value: null };
      let at = from;
      for (let i = from + 1; i < to; i++) {
        candidate.time = list.times[i] ?? 0n;
        candidate.value = list.values[i] ?? null;
        if (!better(best, candidate)) continue;
        best = { ...candidate };
        at = i;
      }
      return { ...pointAt(list, at), weight: to - from };
    },
    join: (a, b) => (better(a, b) ? b : a),
  };
}

/** Of equal values the earliest; of points at the same time the largest. */
const selectors: Readonly<Record<string, SeriesReducer>> = {
  min: selector((a, b) => {
    const order = compareCells(b.value, a.value);
    return order < 0 || (order === 0 && b.time < a.time);
  }),
  max: selector((a, b) => {
    const order = compareCells(b.value, a.value);
    return order > 0 || (order === 0 && b.time < a.time);
  }),
  first: selector((a, b) => {
    return b.time < a.time || (b.time === a.time && compareCells(b.value, a.value) > 0);
  }),
  last: selector((a, b) => {
    return b.time > a.time || (b.time === a.time && compareCells(b.value, a.value) > 0);
  }),
};

/** The functions that the server computes a series at a time. */
export const seriesReducers: Readonly<Record<string, SeriesReducer>> = {
  ...aggregates,
  ...selectors,
};
