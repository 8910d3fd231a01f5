import { BucketPoints } from './bucketPoints';
import type { DeleteTerm, SeriesField, Storage } from './storage';
import { writePoints } from './writePoints';
import { writeRulesOf } from './writeRules';
import type { WriteRules } from './writeRules';

/** `version` decides what is refused and in which words. */
export function createStorage({ version = '2.9.1' }: { version?: string } = {}): Storage {
  return storageOf(new Map(), writeRulesOf(version));
}

function storageOf(buckets: Map<string, BucketPoints>, rules: WriteRules): Storage {
  const bucketOf = (bucketID: string): BucketPoints => {
    const bucket = buckets.get(bucketID);
    if (!bucket) {
      throw new Error(
        `unexpected error writing points to database: database not found: ${bucketID}`,
      );
    }
    return bucket;
  };
  const storage: Storage = {
    createBucket(bucketID, retention) {
      buckets.set(bucketID, new BucketPoints({ ...retention }));
    },
    setRetention(bucketID, retention) {
      bucketOf(bucketID).retention = { ...retention };
    },
    dropBucket(bucketID) {
      buckets.delete(bucketID);
    },
    write(bucketID, points, fallbackNs, nowNs = fallbackNs) {
      return writePoints(
        { bucketID, points: bucketOf(bucketID), rules },
        points,
        fallbackNs,
        nowNs,
      );
    },
    fill(bucketID, series) {
      bucketOf(bucketID).fill(series);
    },
    delete(bucketID, span, terms) {
      storage.deleteWhere(bucketID, span, (series) => terms.every((term) => holds(term, series)));
    },
    deleteWhere(bucketID, span, accepts) {
      if (span.start < span.stop) buckets.get(bucketID)?.deleteWhere(span, accepts);
    },
    read(bucketID, span, accepts) {
      return buckets.get(bucketID)?.read(span, accepts) ?? [];
    },
    seriesKeys(bucketID, span) {
      return buckets.get(bucketID)?.seriesKeys(span) ?? [];
    },
    deletedKeys(bucketID, span) {
      return buckets.get(bucketID)?.deletedKeys(span) ?? [];
    },
    expire(nowNs) {
      for (const bucket of buckets.values()) {
        const { everySeconds } = bucket.retention;
        if (everySeconds > 0) bucket.expire(nowNs - BigInt(everySeconds) * 1_000_000_000n);
      }
    },
    fork() {
      return storageOf(new Map([...buckets].map(([id, bucket]) => [id, bucket.fork()])), rules);
    },
  };
  return storage;
}

function holds(term: DeleteTerm, series: Pick<SeriesField, 'measurement' | 'tags'>): boolean {
  const value =
    term.key === '_measurement'
      ? series.measurement
      : series.tags.find(([key]) => key === term.key)?.[1];
  if (value === undefined) return false;
  return term.operator === '=' ? value === term.value : value !== term.value;
}
