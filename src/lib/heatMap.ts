import type { Obstacle } from './bucketAccess';
import { obstacleOf } from './bucketAccess';
import type { TokenClass } from './permissionClasses';
import { classify } from './permissionClasses';
import type { Bits, PermissionIndex } from './permissionIndex';
import { heldOn, heldOnBucket, indexOf } from './permissionIndex';
import type { Credential, KnownBucket, Surroundings } from './surroundings';

/** A credential that reaches a bucket of the org. */
export interface HeatRow {
  credential: Credential;
  class: TokenClass;
  obstacle: Obstacle;
  index: PermissionIndex;
  /** How many of the buckets. */
  reads: number;
  writes: number;
}

export interface HeatColumn {
  bucket: KnownBucket;
  readers: number;
  writers: number;
}

export interface HeatMap {
  rows: readonly HeatRow[];
  columns: readonly HeatColumn[];
}

export function heldIn({ index }: HeatRow, { bucket }: HeatColumn): Bits {
  return heldOnBucket(index, bucket);
}

export const bitLetters: Readonly<Record<Bits, string>> = { 0: '', 1: 'R', 2: 'W', 3: 'RW' };

/** Held on every bucket of one kind by a permission for the org or for all orgs. */
type Wide = Readonly<Record<KnownBucket['type'], number>>;

/** Who has one action on which bucket, counted by permission and not by cell. */
class Tally {
  readonly #bit: Bits;
  readonly #counts: Readonly<Record<KnownBucket['type'], number>>;
  readonly #wide = { user: 0, system: 0 };
  readonly #beyond: Uint32Array;

  constructor(bit: Bits, buckets: readonly KnownBucket[]) {
    this.#bit = bit;
    const system = buckets.filter(({ type }) => type === 'system').length;
    this.#counts = { user: buckets.length - system, system };
    this.#beyond = new Uint32Array(buckets.length);
  }

  /** Returns how many buckets the credential has it on; `beyond` are the buckets that its permissions name. */
  add(wide: Wide, beyond: readonly (readonly [place: number, bits: number])[]): number {
    let count = 0;
    for (const type of ['user', 'system'] as const) {
      if ((wide[type] & this.#bit) === 0) continue;
      this.#wide[type] += 1;
      count += this.#counts[type];
    }
    for (const [place, bits] of beyond) {
      if ((bits & this.#bit) === 0) continue;
      this.#beyond[place] = (this.#beyond[place] ?? 0) + 1;
      count += 1;
    }
    return count;
  }

  of(place: number, { type }: KnownBucket): number {
    return this.#wide[type] + (this.#beyond[place] ?? 0);
  }
}

/** Every credential that reaches any of these buckets of one org. */
export function heatMap(
  orgID: string,
  buckets: readonly KnownBucket[],
  credentials: readonly Credential[],
  around: Surroundings,
): HeatMap {
  const places = new Map(buckets.map((bucket, place) => [bucket.id, { place, ...bucket }]));
  const [reading, writing] = [new Tally(1, buckets), new Tally(2, buckets)];
  const rows: HeatRow[] = [];
  for (const credential of credentials) {
    const index = indexOf(credential.permissions);
    const user = heldOn(index, { type: 'buckets', orgID });
    const wide = { user, system: (user & 2) | (heldOn(index, { type: 'orgs', id: orgID }) & 1) };
    const beyond = [...(index.byId.get('buckets') ?? [])].flatMap(([id, bits]) => {
      const known = places.get(id);
      if (!known) return [];
      // System buckets are read with the org, and not by their id.
      const counted = known.type === 'system' ? bits & 2 : bits;
      return [[known.place, counted & ~wide[known.type]] as const];
    });
    const reads = reading.add(wide, beyond);
    const writes = writing.add(wide, beyond);
    if (reads + writes === 0) continue;
    rows.push({
      credential,
      class:
        credential.kind === 'token'
          ? classify(credential.permissions, around.types).class
          : 'v1 user',
      obstacle: obstacleOf(credential, around),
      index,
      reads,
      writes,
    });
  }
  const columns = buckets.map((bucket, place) => ({
    bucket,
    readers: reading.of(place, bucket),
    writers: writing.of(place, bucket),
  }));
  return { rows, columns };
}
