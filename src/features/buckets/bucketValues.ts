import type { Bucket, BucketDraft, BucketNaming, BucketRetention } from '@/api/buckets';
import { retentionOf } from '@/api/buckets';
import { formatDuration, inHours } from '@/lib/duration';
import {
  defaultShardSeconds,
  formatRetention,
  maxRetentionSeconds,
  minRetentionSeconds,
  parseRetention,
} from '@/lib/retention';

/** What the inputs hold. */
export interface BucketValues {
  name: string;
  description: string;
  retention: string;
  /** Empty: as the server chooses, or as it is. */
  shard: string;
}

export const emptyBucket: BucketValues = {
  name: '',
  description: '',
  retention: 'infinite',
  shard: '',
};

export function valuesOf(bucket: Bucket): BucketValues {
  const { everySeconds, shardSeconds } = retentionOf(bucket);
  return {
    name: bucket.name,
    description: bucket.description ?? '',
    retention: formatRetention(everySeconds),
    shard: shardSeconds === 0 ? '' : formatDuration(shardSeconds),
  };
}

export interface ParsedRetention {
  everySeconds: number;
  shardSeconds: number;
  /** Why the shard duration is not what is written in its field, or what it is when the field is empty. */
  shardNote: string;
}

type Texts = Pick<BucketValues, 'retention' | 'shard'>;

/**
 * A shard duration that was not touched stays, unless it is longer than the new retention: then it becomes what the
 * server would choose. Undefined while a text cannot be read.
 */
export function parseTexts(
  { retention, shard }: Texts,
  before?: Texts,
): ParsedRetention | undefined {
  const every = parseRetention(retention);
  const given = shard.trim() === '' ? { seconds: 0 } : parseRetention(shard);
  if ('error' in every || 'error' in given) return undefined;
  const everySeconds = every.seconds;
  const chosen = defaultShardSeconds(everySeconds);
  if (given.seconds === 0) {
    const shardNote = `the server chooses ${formatDuration(chosen)}`;
    return { everySeconds, shardSeconds: before ? chosen : 0, shardNote };
  }
  const isLonger = everySeconds > 0 && given.seconds > everySeconds;
  if (before?.shard === shard && isLonger) {
    const shardNote = `does not fit: becomes ${formatDuration(chosen)}`;
    return { everySeconds, shardSeconds: chosen, shardNote };
  }
  return { everySeconds, shardSeconds: given.seconds, shardNote: `= ${inHours(given.seconds)}` };
}

export type BucketProblems = { [Field in keyof BucketValues]: string | null };

function nameProblem(name: string, takenNames: ReadonlySet<string>): string | null {
  if (name.trim() === '') return 'A bucket needs a name';
  if (name.startsWith('_')) return 'Buckets may not start with underscore';
  if (name.includes('"')) return 'Bucket names may not include quotation marks';
  if (hasControl(name))
    return 'Line breaks and control characters make a bucket hard to name later';
  if (takenNames.has(name)) return `A bucket with name ${name} already exists`;
  return null;
}

function hasControl(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function retentionProblem(text: string): string | null {
  const parsed = parseRetention(text);
  if ('error' in parsed) return parsed.error;
  const { seconds } = parsed;
  if (seconds === 0) return null;
  if (seconds < minRetentionSeconds) return 'At least 1h, or infinite';
  if (seconds > maxRetentionSeconds) return `At most ${formatDuration(maxRetentionSeconds)}`;
  return null;
}

function shardProblem(values: BucketValues, before?: BucketValues): string | null {
  if (values.shard.trim() === '') return null;
  const shard = parseRetention(values.shard);
  if ('error' in shard) return shard.error;
  if (shard.seconds !== 0 && shard.seconds < minRetentionSeconds) return 'At least 1h';
  const both = parseTexts(values, before);
  if (both && both.everySeconds > 0 && both.shardSeconds > both.everySeconds) {
    return `Not longer than the retention, ${formatDuration(both.everySeconds)}`;
  }
  return null;
}

/** `before`: the bucket as it is; its own name is free and a system bucket's is not looked at. */
export function validateBucket(
  values: BucketValues,
  takenNames: ReadonlySet<string>,
  before?: BucketValues,
): BucketProblems {
  return {
    name: values.name === before?.name ? null : nameProblem(values.name, takenNames),
    description: null,
    retention: retentionProblem(values.retention),
    shard: shardProblem(values, before),
  };
}

export function draftOf(values: BucketValues, orgID: string): BucketDraft | undefined {
  const parsed = parseTexts(values);
  if (!parsed) return undefined;
  const { everySeconds, shardSeconds } = parsed;
  const description = values.description.trim();
  return {
    orgID,
    name: values.name,
    ...(description !== '' && { description }),
    retentionRules: [
      {
        type: 'expire',
        everySeconds,
        ...(shardSeconds > 0 && { shardGroupDurationSeconds: shardSeconds }),
      },
    ],
  };
}

export interface BucketChanges {
  naming?: BucketNaming;
  retention?: BucketRetention;
}

/** What differs, as the one or two requests it takes. Retention and shard duration always go together. */
export function changesOf(bucket: Bucket, values: BucketValues): BucketChanges {
  const before = valuesOf(bucket);
  const { id } = bucket;
  const changes: BucketChanges = {};
  const patch = {
    ...(values.name !== before.name && { name: values.name }),
    ...(values.description.trim() !== before.description && {
      description: values.description.trim(),
    }),
  };
  if (Object.keys(patch).length > 0) changes.naming = { id, patch };
  const parsed = parseTexts(values, before);
  const { everySeconds, shardSeconds } = retentionOf(bucket);
  const isTouched = values.shard !== before.shard || parsed?.everySeconds !== everySeconds;
  if (!parsed || !isTouched) return changes;
  if (parsed.everySeconds === everySeconds && parsed.shardSeconds === shardSeconds) return changes;
  const { everySeconds: every, shardSeconds: shard } = parsed;
  changes.retention = {
    id,
    rule: { type: 'expire', everySeconds: every, shardGroupDurationSeconds: shard },
  };
  return changes;
}
