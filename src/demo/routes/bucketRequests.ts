import { refuse } from '@/demo/errors';
import { storedSeconds } from '@/demo/store/retention';
import type { RetentionChange } from '@/demo/store/retention';
import { goID, goInt64, goPointer, goSlice, goStruct, goText } from '@/demo/goShape';

export const BUCKET_DRAFT = goStruct('tenant.postBucketRequest', {
  orgID: goID,
  name: goText(),
  description: goText(),
  rp: goText(),
  retentionRules: goSlice(
    goStruct('tenant.retentionRule', {
      type: goText(),
      everySeconds: goInt64(),
      shardGroupDurationSeconds: goInt64(),
    }),
  ),
});

export const BUCKET_UPDATE = goStruct('tenant.bucketUpdate', {
  name: goPointer(goText()),
  description: goPointer(goText()),
  retentionRules: goSlice(
    goStruct('tenant.retentionRuleUpdate', {
      type: goText(),
      everySeconds: goPointer(goInt64()),
      shardGroupDurationSeconds: goPointer(goInt64()),
    }),
  ),
});

interface GivenRule {
  everySeconds?: bigint | undefined;
  shardGroupDurationSeconds?: bigint | undefined;
}

/** The one rule that a bucket may have. Its `type` is not looked at. */
export function singleRule(rules: readonly GivenRule[]): RetentionChange | undefined {
  if (rules.length > 1) {
    refuse('unprocessable entity', 'buckets cannot have more than one retention rule at this time');
  }
  const [rule] = rules;
  if (!rule) return undefined;
  const { everySeconds: every, shardGroupDurationSeconds: shard } = rule;
  if ((every ?? 0n) < 0n) {
    refuse('unprocessable entity', 'expiration seconds cannot be negative');
  }
  if ((shard ?? 0n) < 0n) {
    refuse('unprocessable entity', 'shard-group duration seconds cannot be negative');
  }
  return {
    everySeconds: every === undefined ? undefined : storedSeconds(every),
    shardSeconds: shard === undefined ? undefined : storedSeconds(shard),
  };
}
