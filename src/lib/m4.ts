/** First index whose value is at least `x`, in an ascending column. */
export function lowerBound(a: Float64Array, x: number, from = 0, to = a.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((a[middle] as number) < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** First index whose value is above `x`. */
export function upperBound(a: Float64Array, x: number, from = 0, to = a.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((a[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the value nearest to `x`, -1 in an empty column. */
export function nearest(a: Float64Array, x: number): number {
  const above = lowerBound(a, x);
  if (above === 0) return a.length === 0 ? -1 : 0;
  if (above === a.length) return above - 1;
  return x - (a[above - 1] as number) <= (a[above] as number) - x ? above - 1 : above;
}

export interface M4Input {
  /** Ascending. */
  t: Float64Array;
  v: Float64Array;
  /** Whether `v` has values that are not finite: there the line breaks. */
  hasGaps: boolean;
}

export interface M4View {
  from: number;
  to: number;
  /** Pixel columns. */
  width: number;
}

/** Left border of a pixel column. */
export function columnStart({ from, to, width }: M4View, column: number): number {
  return from + (column * (to - from)) / width;
}

/** The most indices that a view of this width takes. */
export function m4Size(width: number): number {
  return 5 * width + 4;
}

/**
 * The points that draw the same line as all of them: first, lowest, highest and last of each pixel
 * column of the visible range, and the neighbours outside of it. Writes their indices, ascending, and answers how
 * many. Among them stands the index of a gap where the line breaks between two columns.
 */
export function m4(input: M4Input, view: M4View, out: Uint32Array): number {
  const { t } = input;
  const from = lowerBound(t, view.from);
  // At `to` begins the column behind the last one.
  const to = lowerBound(t, view.to, from);
  let count = 0;
  if (from > 0) out[count++] = from - 1;
  if (to - from <= 2 * view.width) {
    for (let i = from; i < to; i++) out[count++] = i;
  } else {
    count = input.hasGaps
      ? withGaps(input, view, from, to, out, count)
      : withoutGaps(input, view, from, to, out, count);
  }
  if (to < t.length) out[count++] = to;
  return count;
}

function withoutGaps(
  { t, v }: M4Input,
  view: M4View,
  from: number,
  to: number,
  out: Uint32Array,
  filled: number,
): number {
  let count = filled;
  let i = from;
  for (let column = 0; column < view.width && i < to; column++) {
    const end =
      column === view.width - 1 ? to : lowerBound(t, columnStart(view, column + 1), i, to);
    if (end === i) continue;
    const first = i;
    let low = v[i] as number;
    let high = low;
    for (i++; i < end; i++) {
      const value = v[i] as number;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    // Looking for the places afterwards keeps them out of the hot loop.
    const lowest = placeOf(v, low, first);
    const highest = placeOf(v, high, first);
    count = keep(out, count, first, lowest, highest, end - 1);
  }
  return count;
}

function placeOf(v: Float64Array, value: number, from: number): number {
  let i = from;
  while (v[i] !== value) i++;
  return i;
}

function withGaps(
  { t, v }: M4Input,
  view: M4View,
  from: number,
  to: number,
  out: Uint32Array,
  filled: number,
): number {
  let count = filled;
  let i = from;
  let gap = -1;
  for (let column = 0; column < view.width && i < to; column++) {
    const end =
      column === view.width - 1 ? to : lowerBound(t, columnStart(view, column + 1), i, to);
    let first = -1;
    let last = -1;
    let lowest = -1;
    let highest = -1;
    for (; i < end; i++) {
      const value = v[i] as number;
      if (!Number.isFinite(value)) {
        gap = i;
        continue;
      }
      if (first < 0) {
        if (gap >= 0) out[count++] = gap;
        first = lowest = highest = i;
      }
      gap = -1;
      last = i;
      if (value < (v[lowest] as number)) lowest = i;
      if (value > (v[highest] as number)) highest = i;
    }
    if (first >= 0) count = keep(out, count, first, lowest, highest, last);
  }
  if (gap >= 0) out[count++] = gap;
  return count;
}

function keep(
  out: Uint32Array,
  filled: number,
  first: number,
  lowest: number,
  highest: number,
  last: number,
): number {
  const a = Math.min(lowest, highest);
  const b = Math.max(lowest, highest);
  let count = filled;
  out[count++] = first;
  if (a > first && a < last) out[count++] = a;
  if (b > a && b > first && b < last) out[count++] = b;
  if (last > first) out[count++] = last;
  return count;
}
