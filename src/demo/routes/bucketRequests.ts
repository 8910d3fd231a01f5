import { refuse } from '@/demo/errors';
import { goID, goInt64, goPointer, goSlice, goStruct, goText } from '@/demo/goShape';

export const BUCKET_DRAFT = goStruct('tenant.postBucketRequest', {
  orgID: goID,
  name: goText(),
  description: goText(),
  rp: goText(),
  retentionRules: goSlice(
    goStruct('tenant.retentionRule', {
      type: goText(),
      everySeconds: goInt64,
      shardGroupDurationSeconds: goInt64,
    }),
  ),
});

export const BUCKET_UPDATE = goStruct('tenant.bucketUpdate', {
  name: goPointer(goText()),
  description: goPointer(goText()),
  retentionRules: goSlice(
    goStruct('tenant.retentionRuleUpdate', {
      type: goText(),
      everySeconds: goPointer(goInt64),
      shardGroupDurationSeconds: goPointer(goInt64),
    }),
  ),
});

interface Rule {
  everySeconds?: number | undefined;
  shardGroupDurationSeconds?: number | undefined;
}

/** The one rule that a bucket may have. Its `type` is not looked at. */
export function singleRule<R extends Rule>(rules: readonly R[]): R | undefined {
  if (rules.length > 1) {
    refuse('unprocessable entity', 'buckets cannot have more than one retention rule at this time');
  }
  const [rule] = rules;
  if ((rule?.everySeconds ?? 0) < 0) {
    refuse('unprocessable entity', 'expiration seconds cannot be negative');
  }
  if ((rule?.shardGroupDurationSeconds ?? 0) < 0) {
    refuse('unprocessable entity', 'shard-group duration seconds cannot be negative');
  }
  return rule;
}
