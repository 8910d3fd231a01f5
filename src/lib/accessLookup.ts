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

/** Who reaches what. For the reason of a pair see `bucketReach(credential.permissions, [bucket])`. */
export interface Access {
  credentials: readonly Credential[];
  buckets: readonly KnownBucket[];
  /** Undefined for a bucket that is not known. */
  counts: (bucketID: string) => BucketCounts | undefined;
  /** In order of the credentials, refused ones too. */
  reachers: (bucketID: string) => CredentialReach[];
  /** In order of the buckets. */
  reach: (credential: Credential) => ReachedBucket[];
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

export function accessOf(
  { byBucket, byCredential, totals }: AccessInversion,
  credentials: readonly Credential[],
  buckets: readonly KnownBucket[],
): Access {
  const bucketRows = new Map(buckets.map(({ id }, row) => [id, row]));
  const credentialRows = new Map(credentials.map((credential, row) => [credential, row]));
  return {
    credentials,
    buckets,
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
  };
}
