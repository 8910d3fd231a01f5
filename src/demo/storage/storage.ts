import type { Point } from '@/lib/lineProtocol';

export type FieldType = 'float' | 'integer' | 'unsigned' | 'string' | 'boolean';

/** Values of one field of one series, parallel to its times; the array type follows the field type. */
export type FieldValues =
  | { type: 'float'; values: Float64Array }
  | { type: 'integer'; values: BigInt64Array }
  | { type: 'unsigned'; values: BigUint64Array }
  | { type: 'boolean'; values: Uint8Array }
  | { type: 'string'; values: readonly string[] };

/** One field of one series, cut to the asked range; times are epoch nanoseconds, ascending, unique. */
export interface SeriesField {
  measurement: string;
  /** Sorted by key. */
  tags: readonly (readonly [string, string])[];
  field: string;
  times: BigInt64Array;
  data: FieldValues;
}

/** Half-open in nanoseconds: `start <= t < stop`. */
export interface TimeSpan {
  start: bigint;
  stop: bigint;
}

/** What a delete may ask for: every term must hold (tags and `_measurement`; `_field` is refused before). */
export interface DeleteTerm {
  key: string;
  operator: '=' | '!=';
  value: string;
}

/** `dropped` points were refused for `reason`, all others are stored. */
export type WriteOutcome = { reason: null } | { reason: string; dropped: number };

/** The points of all buckets. Pure of HTTP and permissions. */
export interface Storage {
  createBucket(bucketID: string, retention: { everySeconds: number; shardSeconds: number }): void;
  setRetention(bucketID: string, retention: { everySeconds: number; shardSeconds: number }): void;
  dropBucket(bucketID: string): void;
  /** `fallbackNs` is the time of points without one, and "now" for retention. */
  write(bucketID: string, points: Iterable<Point>, fallbackNs: bigint): WriteOutcome;
  delete(bucketID: string, span: TimeSpan, terms: readonly DeleteTerm[]): void;
  /** In series-key order (measurement, tags, field); series without a point in the span are left out. */
  read(
    bucketID: string,
    span: TimeSpan,
    accepts?: (series: Pick<SeriesField, 'measurement' | 'tags' | 'field'>) => boolean,
  ): Iterable<SeriesField>;
  /** Series whose shards overlap the span (whole shards, as the schema functions see it). Without span: all. */
  seriesKeys(
    bucketID: string,
    span?: TimeSpan,
  ): Iterable<Pick<SeriesField, 'measurement' | 'tags' | 'field'> & { type: FieldType }>;
}
