import { randomID, timestamp } from '@/demo/ids';
import type { BucketRecord, DemoState } from '@/demo/state';
import { removeDbrpsOfBucket } from './dbrpChanges';
import { removeMappingsOf } from './mappings';
import { resourcesOf } from './resources';

const DAY = 86_400;

/** What the server takes when a retention rule names no shard group duration. */
export function defaultShardSeconds(everySeconds: number): number {
  if (everySeconds === 0 || everySeconds >= 180 * DAY) return 7 * DAY;
  return everySeconds >= 2 * DAY ? DAY : 3600;
}

export interface BucketDraft {
  orgID: string;
  name: string;
  type?: BucketRecord['type'];
  description?: string;
  rp?: string;
  everySeconds: number;
  shardSeconds?: number;
}

/** The record and its storage; the caller has checked name and retention. */
export function createBucket(state: DemoState, draft: BucketDraft): BucketRecord {
  const createdAt = timestamp(state);
  const { type = 'user', shardSeconds = defaultShardSeconds(draft.everySeconds), ...rest } = draft;
  const bucket: BucketRecord = {
    ...rest,
    id: randomID(state),
    type,
    shardSeconds,
    createdAt,
    updatedAt: createdAt,
  };
  state.buckets.set(bucket.id, bucket);
  state.storage.createBucket(bucket.id, { everySeconds: bucket.everySeconds, shardSeconds });
  return bucket;
}

/** Record, points, labels, roles, replications and stored DBRP mappings; permissions that name it stay. */
export function removeBucket(state: DemoState, id: string): void {
  const bucket = state.buckets.get(id);
  state.buckets.delete(id);
  state.attachedLabels.delete(id);
  state.storage.dropBucket(id);
  removeMappingsOf(state, { type: 'buckets', resourceID: id });
  for (const replication of resourcesOf(state, 'replications')) {
    if (replication.fields.localBucketID === id) state.resources.delete(replication.id);
  }
  if (bucket) removeDbrpsOfBucket(state, bucket);
}

export function findBucketByName(
  state: DemoState,
  orgID: string,
  name: string,
): BucketRecord | undefined {
  for (const bucket of state.buckets.values()) {
    if (bucket.orgID === orgID && bucket.name === name) return bucket;
  }
  return undefined;
}
