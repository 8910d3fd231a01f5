/**
 * Ordering of epoch nanoseconds without making a BigInt per comparison: an int64 is read as its two halves.
 * All platforms that run this are little-endian.
 */
function halves(times: BigInt64Array): { low: Uint32Array; high: Int32Array } {
  return {
    low: new Uint32Array(times.buffer, times.byteOffset, times.length * 2),
    high: new Int32Array(times.buffer, times.byteOffset, times.length * 2),
  };
}

function comparator(times: BigInt64Array): (a: number, b: number) => number {
  const { low, high } = halves(times);
  return (a, b) => {
    const byHigh = (high[2 * a + 1] ?? 0) - (high[2 * b + 1] ?? 0);
    return byHigh === 0 ? (low[2 * a] ?? 0) - (low[2 * b] ?? 0) : byHigh;
  };
}

/**
 * Positions in order of time, one a time: of equal times the last position wins. The first `sorted` ones are
 * in order and unique already.
 */
export function orderOf(times: BigInt64Array, sorted: number, length: number): Uint32Array {
  const compare = comparator(times);
  const tail = new Uint32Array(length - sorted);
  for (let i = 0; i < tail.length; i++) tail[i] = sorted + i;
  tail.sort((a, b) => compare(a, b) || a - b);
  const order = new Uint32Array(length);
  let size = 0;
  let head = 0;
  for (const position of tail) {
    while (head < sorted && compare(head, position) < 0) order[size++] = head++;
    if (head < sorted && compare(head, position) === 0) head++;
    const last = order[size - 1];
    if (size > 0 && last !== undefined && compare(last, position) === 0) size--;
    order[size++] = position;
  }
  while (head < sorted) order[size++] = head++;
  return order.subarray(0, size);
}

/** First position in the ascending `times` that is not before `time`. */
export function lowerBound(times: BigInt64Array, length: number, time: bigint): number {
  let from = 0;
  let to = length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((times[middle] ?? time) < time) from = middle + 1;
    else to = middle;
  }
  return from;
}
