type Less<T> = (a: T, b: T) => boolean;

/** Go's `sort.Slice`: not stable, so the order of equal elements is that of its algorithm (pattern-defeating quicksort, since Go 1.19). */
export function goSort<T>(items: readonly T[], less: Less<T>): T[] {
  const sorter = new Sorter([...items], less);
  sorter.sort(0, items.length, bitLength(items.length));
  return sorter.items;
}

function bitLength(n: number): number {
  return n === 0 ? 0 : Math.floor(Math.log2(n)) + 1;
}

const MOST_INSERTED = 12;
const SHORTEST_NINTHER = 50;
const MOST_SWAPS = 12;
const MOST_STEPS = 5;

type Hint = 'increasing' | 'decreasing' | 'unknown';

class Sorter<T> {
  readonly items: T[];
  private readonly before: Less<T>;
  private swaps = 0;

  constructor(items: T[], less: Less<T>) {
    this.items = items;
    this.before = less;
  }

  sort(from: number, to: number, depth: number): void {
    let [a, b, limit] = [from, to, depth];
    let wasBalanced = true;
    let wasPartitioned = true;
    while (b - a > MOST_INSERTED) {
      if (limit === 0) {
        this.heapSort(a, b);
        return;
      }
      if (!wasBalanced) {
        this.breakPatterns(a, b);
        limit -= 1;
      }
      const { pivot, hint } = this.pivotOf(a, b);
      if (wasBalanced && wasPartitioned && hint === 'increasing' && this.isNearlySorted(a, b)) {
        return;
      }
      if (a > 0 && !this.less(a - 1, pivot)) {
        a = this.partitionEqual(a, b, pivot);
        continue;
      }
      const { middle, isDone } = this.partition(a, b, pivot);
      wasPartitioned = isDone;
      const [left, right] = [middle - a, b - middle];
      wasBalanced = Math.min(left, right) >= Math.floor((b - a) / 8);
      if (left < right) {
        this.sort(a, middle, limit);
        a = middle + 1;
      } else {
        this.sort(middle + 1, b, limit);
        b = middle;
      }
    }
    this.insertionSort(a, b);
  }

  private less(i: number, j: number): boolean {
    return this.before(this.items[i] as T, this.items[j] as T);
  }

  private swap(i: number, j: number): void {
    const held = this.items[i] as T;
    this.items[i] = this.items[j] as T;
    this.items[j] = held;
  }

  private insertionSort(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) {
      for (let j = i; j > a && this.less(j, j - 1); j--) this.swap(j, j - 1);
    }
  }

  private heapSort(a: number, b: number): void {
    const n = b - a;
    for (let i = Math.floor((n - 1) / 2); i >= 0; i--) this.siftDown(i, n, a);
    for (let i = n - 1; i >= 0; i--) {
      this.swap(a, a + i);
      this.siftDown(0, i, a);
    }
  }

  private siftDown(low: number, high: number, first: number): void {
    let root = low;
    for (;;) {
      let child = 2 * root + 1;
      if (child >= high) return;
      if (child + 1 < high && this.less(first + child, first + child + 1)) child += 1;
      if (!this.less(first + root, first + child)) return;
      this.swap(first + root, first + child);
      root = child;
    }
  }

  private pivotOf(a: number, b: number): { pivot: number; hint: Hint } {
    const { middle, hint } = this.choosePivot(a, b);
    if (hint !== 'decreasing') return { pivot: middle, hint };
    for (let i = a, j = b - 1; i < j; i++, j--) this.swap(i, j);
    return { pivot: b - 1 - (middle - a), hint: 'increasing' };
  }

  private choosePivot(a: number, b: number): { middle: number; hint: Hint } {
    const quarter = Math.floor((b - a) / 4);
    let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
    this.swaps = 0;
    if (b - a >= SHORTEST_NINTHER) {
      i = this.median(i - 1, i, i + 1);
      j = this.median(j - 1, j, j + 1);
      k = this.median(k - 1, k, k + 1);
    }
    j = this.median(i, j, k);
    if (this.swaps === 0) return { middle: j, hint: 'increasing' };
    return { middle: j, hint: this.swaps === MOST_SWAPS ? 'decreasing' : 'unknown' };
  }

  private ordered(a: number, b: number): [number, number] {
    if (!this.less(b, a)) return [a, b];
    this.swaps += 1;
    return [b, a];
  }

  private median(first: number, second: number, third: number): number {
    let [a, b] = this.ordered(first, second);
    [b] = this.ordered(b, third);
    [a, b] = this.ordered(a, b);
    return b;
  }

  /** Sorts what needs few moves; false where it gave up. */
  private isNearlySorted(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < MOST_STEPS; step++) {
      while (i < b && !this.less(i, i - 1)) i += 1;
      if (i === b) return true;
      if (b - a < SHORTEST_NINTHER) return false;
      this.swap(i, i - 1);
      if (i - a >= 2) {
        for (let j = i - 1; j >= 1 && this.less(j, j - 1); j--) this.swap(j, j - 1);
      }
      if (b - i >= 2) {
        for (let j = i + 1; j < b && this.less(j, j - 1); j++) this.swap(j, j - 1);
      }
    }
    return false;
  }

  private partition(a: number, b: number, pivot: number): { middle: number; isDone: boolean } {
    this.swap(a, pivot);
    let [i, j] = [a + 1, b - 1];
    let moves = 0;
    for (;;) {
      while (i <= j && this.less(i, a)) i += 1;
      while (i <= j && !this.less(j, a)) j -= 1;
      if (i > j) break;
      this.swap(i, j);
      moves += 1;
      i += 1;
      j -= 1;
    }
    this.swap(j, a);
    return { middle: j, isDone: moves === 0 };
  }

  private partitionEqual(a: number, b: number, pivot: number): number {
    this.swap(a, pivot);
    let [i, j] = [a + 1, b - 1];
    for (;;) {
      while (i <= j && !this.less(a, i)) i += 1;
      while (i <= j && this.less(a, j)) j -= 1;
      if (i > j) return i;
      this.swap(i, j);
      i += 1;
      j -= 1;
    }
  }

  private breakPatterns(a: number, b: number): void {
    const n = b - a;
    const mask = BigInt(2 ** bitLength(n) - 1);
    const index = a + Math.floor(n / 4) * 2 - 1;
    let random = BigInt(n);
    for (let i = 0; i < 3; i++) {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      const other = Number(random & mask);
      this.swap(index + i, a + (other >= n ? other - n : other));
    }
  }
}
