import type { Point } from '@/lib/lineProtocol';

export type FieldType = 'float' | 'integer' | 'unsigned' | 'string' | 'boolean';

/** Values of one field of one series, parallel to its times; the array type follows the field type. */
export type FieldValues =
  | { type: 'float'; values: Float64Array }
  | { type: 'integer'; values: BigInt64Array }
  | { type: 'unsigned'; values: BigUint64Array }
  | { type: 'boolean'; values: Uint8Array }
  | { type: 'string'; values: readonly string[] };

export type Tags = readonly (readonly [string, string])[];

/** One field of one series, cut to the asked range; times are epoch nanoseconds, ascending, unique. */
export interface SeriesField {
  measurement: string;
  /** Sorted by key. */
  tags: Tags;
  field: string;
  times: BigInt64Array;
  data: FieldValues;
}

export type SeriesFieldKey = Pick<SeriesField, 'measurement' | 'tags' | 'field'>;

export type TypedFieldKey = SeriesFieldKey & { type: FieldType };

/** Half-open in nanoseconds: `start <= t < stop`. */
export interface TimeSpan {
  start: bigint;
  stop: bigint;
}

/** What a delete may ask for: every term must hold (tags and `_measurement`). A series without the tag never matches. */
export interface DeleteTerm {
  key: string;
  operator: '=' | '!=';
  value: string;
}

/**
 * `dropped` points were refused for `reason`, all others are stored. `scope` ends the text of some refusals: see
 * `partialWriteText`.
 */
export type WriteOutcome = { reason: null } | { reason: string; dropped: number; scope: string };

export interface Retention {
  /** 0: forever. */
  everySeconds: number;
  /** 0: what the server chooses. */
  shardSeconds: number;
}

/** The points of all buckets. Pure of HTTP and permissions. */
export interface Storage {
  createBucket(bucketID: string, retention: Retention): void;
  setRetention(bucketID: string, retention: Retention): void;
  dropBucket(bucketID: string): void;
  /** `fallbackNs` is the time of points without one; `nowNs` counts for retention. */
  write(
    bucketID: string,
    points: Iterable<Point>,
    fallbackNs: bigint,
    nowNs?: bigint,
  ): WriteOutcome;
  /** Adds a whole column. Its arrays are shared until the field is written again: never change them. */
  fill(bucketID: string, series: SeriesField): void;
  delete(bucketID: string, span: TimeSpan, terms: readonly DeleteTerm[]): void;
  deleteWhere(
    bucketID: string,
    span: TimeSpan,
    accepts: (series: Pick<SeriesField, 'measurement' | 'tags'>) => boolean,
  ): void;
  /**
   * In series-key order (measurement, tags, field); series without a point in the span are left out. What was read
   * stays as it was, whatever is written later. A field that changed its type between shards comes once a type.
   */
  read(
    bucketID: string,
    span: TimeSpan,
    accepts?: (series: SeriesFieldKey) => boolean,
  ): Iterable<SeriesField>;
  /** Series whose shards overlap the span (whole shards, as the schema functions see it). Without span: all. */
  seriesKeys(bucketID: string, span?: TimeSpan): Iterable<TypedFieldKey>;
  /** Deleted series and fields that a shard's index still names, as it does until the measurement has no point there. */
  deletedKeys(bucketID: string, span?: TimeSpan): Iterable<TypedFieldKey>;
  /** Drops the shards that lie wholly outside of their bucket's retention. */
  expire(nowNs: bigint): void;
  /** A second storage with the same points, shared until one of the two changes them. */
  fork(): Storage;
}
