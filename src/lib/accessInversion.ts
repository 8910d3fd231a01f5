import type { AccessColumns } from './accessColumns';
import { isWide, onBucket, onOrg, onSystem, works } from './accessColumns';
import type { PairArrays } from './pairs';
import { Pairs } from './pairs';

/** For each row the others it is linked with, in their order, and the actions: 1 reads, 2 writes, 3 both. */
export interface Links {
  /** Those of row `r` are from `starts[r]` up to `starts[r + 1]`. */
  starts: Uint32Array;
  others: Uint32Array;
  bits: Uint8Array;
}

/** Of every bucket. Credentials that the server refuses now, or whose owner it refuses, are in `idle` only. */
export interface BucketTotals {
  readers: Uint32Array;
  writers: Uint32Array;
  /** Of the readers and writers those that are neither operator nor all-access tokens. */
  ownReaders: Uint32Array;
  ownWriters: Uint32Array;
  idle: Uint32Array;
}

/** Who reaches what. Rows are positions in the lists that the columns were made of. */
export interface AccessInversion {
  byBucket: Links;
  byCredential: Links;
  totals: BucketTotals;
}

/** The buckets of each org. */
function bucketsByOrg(orgOf: Uint32Array): Uint32Array[] {
  const lists: number[][] = [];
  orgOf.forEach((org, bucket) => (lists[org] ??= []).push(bucket));
  return lists.map((list) => Uint32Array.from(list));
}

/** What one credential holds on each bucket; used again for the next. */
class Row {
  readonly #columns: AccessColumns;
  readonly #inOrg: readonly Uint32Array[];
  readonly #all: Uint32Array;
  readonly #bits: Uint8Array;
  readonly #touched: Uint32Array;
  #length = 0;

  constructor(columns: AccessColumns) {
    const { orgOf } = columns;
    this.#columns = columns;
    this.#inOrg = bucketsByOrg(orgOf);
    this.#all = orgOf.map((_, bucket) => bucket);
    this.#bits = new Uint8Array(orgOf.length);
    this.#touched = new Uint32Array(orgOf.length);
  }

  hold(grant: number, target: number): void {
    const onSystemOnly = (grant & onSystem) !== 0;
    if (grant & onBucket) {
      this.#hold(target, grant & 3, onSystemOnly);
      return;
    }
    const buckets = grant & onOrg ? this.#inOrg[target] : this.#all;
    for (const bucket of buckets ?? []) this.#hold(bucket, grant & 3, onSystemOnly);
  }

  /** Data of system buckets is read with the org, and with nothing else. */
  #hold(bucket: number, actions: number, onSystemOnly: boolean): void {
    const isSystem = this.#columns.isSystem[bucket] === 1;
    let held = isSystem ? actions & 2 : actions;
    if (onSystemOnly) held = isSystem ? actions & 1 : 0;
    if (held === 0) return;
    const before = this.#bits[bucket] ?? 0;
    if (before === 0) this.#touched[this.#length++] = bucket;
    this.#bits[bucket] = before | held;
  }

  /** In order of the buckets; empty afterwards. */
  moveTo(pairs: Pairs): void {
    const touched = this.#touched.subarray(0, this.#length).sort();
    for (const bucket of touched) {
      pairs.add(this.#bits[bucket] ?? 0, bucket);
      this.#bits[bucket] = 0;
    }
    this.#length = 0;
  }
}

/** Credentials without a bucket of their own are alike by the dozen; undefined for others. */
function patternOf({ grants, targets }: AccessColumns, start: number, end: number) {
  let key = '';
  for (let at = start; at < end; at++) {
    const grant = grants[at] ?? 0;
    if (grant & onBucket) return undefined;
    key += `${grant} ${targets[at]} `;
  }
  return key;
}

function linksByCredential(columns: AccessColumns): Links {
  const { starts, grants, targets } = columns;
  const row = new Row(columns);
  const pairs = new Pairs();
  const rowStarts = new Uint32Array(starts.length);
  const patterns = new Map<string, PairArrays>();
  for (let credential = 0; credential + 1 < starts.length; credential++) {
    const start = starts[credential] ?? 0;
    const end = starts[credential + 1] ?? 0;
    const pattern = patternOf(columns, start, end);
    const known = pattern === undefined ? undefined : patterns.get(pattern);
    if (known) pairs.addAll(known);
    else {
      const before = pairs.length;
      for (let at = start; at < end; at++) row.hold(grants[at] ?? 0, targets[at] ?? 0);
      row.moveTo(pairs);
      if (pattern !== undefined) patterns.set(pattern, pairs.from(before));
    }
    rowStarts[credential + 1] = pairs.length;
  }
  const { small, large } = pairs.from(0);
  return { starts: rowStarts, others: large, bits: small };
}

/** The same links seen from the other side, in order there too. */
function turned({ starts, others, bits }: Links, rows: number): Links {
  const ends = new Uint32Array(rows + 1);
  for (const other of others) ends[other + 1] = (ends[other + 1] ?? 0) + 1;
  for (let row = 0; row < rows; row++) ends[row + 1] = (ends[row + 1] ?? 0) + (ends[row] ?? 0);
  const next = ends.slice();
  const turnedOthers = new Uint32Array(others.length);
  const turnedBits = new Uint8Array(others.length);
  for (let from = 0; from + 1 < starts.length; from++) {
    const end = starts[from + 1] ?? 0;
    for (let at = starts[from] ?? 0; at < end; at++) {
      const row = others[at] ?? 0;
      const place = next[row] ?? 0;
      next[row] = place + 1;
      turnedOthers[place] = from;
      turnedBits[place] = bits[at] ?? 0;
    }
  }
  return { starts: ends, others: turnedOthers, bits: turnedBits };
}

function bucketTotals({ starts, others, bits }: Links, flags: Uint8Array): BucketTotals {
  const buckets = starts.length - 1;
  const [readers, writers, ownReaders, ownWriters, idle] = [0, 0, 0, 0, 0].map(
    () => new Uint32Array(buckets),
  ) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array, Uint32Array];
  for (let bucket = 0; bucket < buckets; bucket++) {
    const end = starts[bucket + 1] ?? 0;
    const count = [0, 0, 0, 0, 0] as [number, number, number, number, number];
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      const flag = flags[others[at] ?? 0] ?? 0;
      const held = bits[at] ?? 0;
      if (!(flag & works)) {
        count[4]++;
        continue;
      }
      const own = flag & isWide ? 0 : 1;
      const reads = held & 1;
      const writes = held >> 1;
      count[0] += reads;
      count[1] += writes;
      count[2] += reads & own;
      count[3] += writes & own;
    }
    [readers[bucket], writers[bucket], ownReaders[bucket], ownWriters[bucket], idle[bucket]] =
      count;
  }
  return { readers, writers, ownReaders, ownWriters, idle };
}

export function invertAccess(columns: AccessColumns): AccessInversion {
  const byCredential = linksByCredential(columns);
  const byBucket = turned(byCredential, columns.orgOf.length);
  return { byBucket, byCredential, totals: bucketTotals(byBucket, columns.flags) };
}

/** To be moved, not copied. */
export function inversionBuffers(inversion: AccessInversion): ArrayBuffer[] {
  const { byBucket, byCredential, totals } = inversion;
  const { readers, writers, ownReaders, ownWriters, idle } = totals;
  return [
    ...[byBucket, byCredential].flatMap(({ starts, others, bits }) => [starts, others, bits]),
    ...[readers, writers, ownReaders, ownWriters, idle],
  ].map(({ buffer }) => buffer as ArrayBuffer);
}
