import type { AccessInversion, Links } from './accessInversion';
import type { Credential, KnownBucket } from './surroundings';

export interface Held {
  reads: boolean;
  writes: boolean;
}

export interface CredentialReach extends Held {
  credential: Credential;
}

export interface ReachedBucket extends Held {
  bucket: KnownBucket;
}

export interface BucketCounts {
  /** Credentials that the server takes now. */
  readers: number;
  writers: number;
  /** Of these, those that are neither operator nor all-access tokens. */
  ownReaders: number;
  ownWriters: number;
  /** Would reach it too, but they or their owners are inactive or gone. */
  idle: number;
}

/** Credentials × buckets of one org; only credentials that reach one of them. */
export interface HeatMap {
  credentials: readonly Credential[];
  buckets: readonly KnownBucket[];
  /** Row by row: 1 reads, 2 writes, 3 both, 0 neither. */
  cells: Uint8Array;
}

/** Who reaches what. For the reason of a pair see `bucketReach(credential.permissions, [bucket])`. */
export interface Access {
  credentials: readonly Credential[];
  buckets: readonly KnownBucket[];
  /** Its rows are positions in the two lists. */
  inversion: AccessInversion;
  /** Undefined for a bucket that is not known. */
  counts: (bucketID: string) => BucketCounts | undefined;
  /** In order of the credentials, refused ones too. */
  reachers: (bucketID: string) => CredentialReach[];
  /** In order of the buckets. */
  reach: (credential: Credential) => ReachedBucket[];
  /** How many buckets. */
  reachCounts: (credential: Credential) => { reads: number; writes: number };
  heat: (orgID: string) => HeatMap;
}

function linked<Row, Linked>(
  { starts, others, bits }: Links,
  row: number | undefined,
  rows: readonly Row[],
  link: (row: Row, held: Held) => Linked,
): Linked[] {
  if (row === undefined) return [];
  const found: Linked[] = [];
  const end = starts[row + 1] ?? 0;
  for (let at = starts[row] ?? 0; at < end; at++) {
    const other = rows[others[at] ?? 0];
    const held = bits[at] ?? 0;
    if (other !== undefined) found.push(link(other, { reads: (held & 1) > 0, writes: held > 1 }));
  }
  return found;
}

function heatMap(
  { byBucket }: AccessInversion,
  credentials: readonly Credential[],
  buckets: readonly KnownBucket[],
  orgID: string,
): HeatMap {
  const columns = [...buckets.keys()].filter((bucket) => buckets[bucket]?.orgID === orgID);
  const { starts, others, bits } = byBucket;
  const rowOf = new Int32Array(credentials.length).fill(-1);
  for (const bucket of columns) {
    for (const credential of others.subarray(starts[bucket], starts[bucket + 1])) {
      rowOf[credential] = 0;
    }
  }
  const reaching = credentials.filter((_, credential) => rowOf[credential] === 0);
  let rows = 0;
  for (const [credential, row] of rowOf.entries()) if (row === 0) rowOf[credential] = rows++;
  const cells = new Uint8Array(rows * columns.length);
  columns.forEach((bucket, column) => {
    const end = starts[bucket + 1] ?? 0;
    for (let at = starts[bucket] ?? 0; at < end; at++) {
      const row = rowOf[others[at] ?? 0] ?? 0;
      cells[row * columns.length + column] = bits[at] ?? 0;
    }
  });
  return {
    credentials: reaching,
    buckets: columns.flatMap((bucket) => buckets[bucket] ?? []),
    cells,
  };
}

export function accessOf(
  inversion: AccessInversion,
  credentials: readonly Credential[],
  buckets: readonly KnownBucket[],
): Access {
  const { byBucket, byCredential, totals, reads, writes } = inversion;
  const bucketRows = new Map(buckets.map(({ id }, row) => [id, row]));
  const credentialRows = new Map(credentials.map((credential, row) => [credential, row]));
  return {
    credentials,
    buckets,
    inversion,
    counts: (bucketID) => {
      const row = bucketRows.get(bucketID);
      if (row === undefined) return undefined;
      return {
        readers: totals.readers[row] ?? 0,
        writers: totals.writers[row] ?? 0,
        ownReaders: totals.ownReaders[row] ?? 0,
        ownWriters: totals.ownWriters[row] ?? 0,
        idle: totals.idle[row] ?? 0,
      };
    },
    reachers: (bucketID) =>
      linked(byBucket, bucketRows.get(bucketID), credentials, (credential, held) => ({
        credential,
        ...held,
      })),
    reach: (credential) =>
      linked(byCredential, credentialRows.get(credential), buckets, (bucket, held) => ({
        bucket,
        ...held,
      })),
    reachCounts: (credential) => {
      const row = credentialRows.get(credential) ?? credentials.length;
      return { reads: reads[row] ?? 0, writes: writes[row] ?? 0 };
    },
    heat: (orgID) => heatMap(inversion, credentials, buckets, orgID),
  };
}
