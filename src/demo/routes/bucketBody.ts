import type { BucketRecord, LabelRecord } from '@/demo/state';
import { labelBody } from './labelBody';

/** None where both are 0, as after a PATCH that sent both. */
function retentionRules({ everySeconds, shardSeconds }: BucketRecord): object[] {
  if (everySeconds <= 0 && shardSeconds <= 0) return [];
  return [
    {
      type: 'expire',
      everySeconds,
      shardGroupDurationSeconds: shardSeconds,
    },
  ];
}

/** Labels are shown by GET only; answers to POST and PATCH have an empty list. */
export function bucketBody(
  bucket: BucketRecord,
  labels: readonly LabelRecord[] = [],
): Record<string, unknown> {
  const { id, orgID, type, description, name, rp } = bucket;
  return {
    id,
    orgID,
    type,
    ...(description ? { description } : {}),
    name,
    ...(rp ? { rp } : {}),
    retentionRules: retentionRules(bucket),
    createdAt: bucket.createdAt,
    updatedAt: bucket.updatedAt,
    links: {
      labels: `/api/v2/buckets/${id}/labels`,
      members: `/api/v2/buckets/${id}/members`,
      org: `/api/v2/orgs/${orgID}`,
      owners: `/api/v2/buckets/${id}/owners`,
      self: `/api/v2/buckets/${id}`,
      write: `/api/v2/write?org=${orgID}&bucket=${id}`,
    },
    labels: labels.map(labelBody),
  };
}
