import { expect, test } from 'vitest';
import type { Bucket } from '@/api/buckets';
import type { BucketValues } from './bucketValues';
import {
  changesOf,
  draftOf,
  emptyBucket,
  parseTexts,
  validateBucket,
  valuesOf,
} from './bucketValues';

function bucketWith(everySeconds: number, shard: number, more: Partial<Bucket> = {}): Bucket {
  return {
    id: 'b1',
    orgID: 'o1',
    type: 'user',
    name: 'plant',
    retentionRules: [{ type: 'expire', everySeconds, shardGroupDurationSeconds: shard }],
    createdAt: '',
    updatedAt: '',
    ...more,
  };
}

const week = 604_800;
const day = 86_400;
const infinite = bucketWith(0, week, { description: 'old' });
const month = bucketWith(30 * day, day);

function changed(bucket: Bucket, values: Partial<BucketValues>) {
  return changesOf(bucket, { ...valuesOf(bucket), ...values });
}

function ruleOf(bucket: Bucket, values: Partial<BucketValues>) {
  const rule = changed(bucket, values).retention?.rule;
  return rule && [rule.everySeconds, rule.shardGroupDurationSeconds];
}

test.each([
  ['nothing changed', infinite, {}, undefined],
  ['another way to write the same', month, { retention: '4w2d' }, undefined],
  ['shrinking keeps a shard duration that fits', infinite, { retention: '30d' }, [30 * day, week]],
  ['shrinking below it sends a smaller one', infinite, { retention: '1d' }, [day, 3600]],
  ['growing keeps it', month, { retention: 'infinite' }, [0, day]],
  ['only the shard duration', month, { shard: '1h' }, [30 * day, 3600]],
  [
    'an emptied shard duration is what the server would choose',
    infinite,
    { shard: '', retention: '30d' },
    [30 * day, day],
  ],
  [
    'a shard duration that was typed stays',
    infinite,
    { shard: '2h', retention: '1d' },
    [day, 7200],
  ],
])('%s', (_case, bucket, values, rule) => {
  expect(ruleOf(bucket, values)).toEqual(rule);
});

test('a bucket without a rule is infinite and sends nothing by itself', () => {
  const old = bucketWith(0, 0, { retentionRules: [] });
  expect(valuesOf(old)).toMatchObject({ retention: 'infinite', shard: '' });
  expect(changed(old, {})).toEqual({});
});

test('naming and retention are two requests', () => {
  expect(changed(infinite, { name: 'x', retention: '30d' })).toEqual({
    naming: { id: 'b1', patch: { name: 'x' } },
    retention: {
      id: 'b1',
      rule: { type: 'expire', everySeconds: 30 * day, shardGroupDurationSeconds: week },
    },
  });
  expect(changed(infinite, { description: '' })).toEqual({
    naming: { id: 'b1', patch: { description: '' } },
  });
});

test('a new bucket leaves the shard duration to the server unless it is given', () => {
  expect(draftOf({ ...emptyBucket, name: 'a', retention: '4w2d' }, 'o1')).toEqual({
    orgID: 'o1',
    name: 'a',
    retentionRules: [{ type: 'expire', everySeconds: 30 * day }],
  });
  expect(
    draftOf({ name: 'a', description: ' d ', retention: '7d', shard: '2h' }, 'o1'),
  ).toMatchObject({ description: 'd', retentionRules: [{ shardGroupDurationSeconds: 7200 }] });
});

test.each([
  ['', 'A bucket needs a name'],
  ['  ', 'A bucket needs a name'],
  ['_x', 'Buckets may not start with underscore'],
  ['a"b', 'Bucket names may not include quotation marks'],
  ['a\nb', 'Line breaks and control characters make a bucket hard to name later'],
  ['taken', 'A bucket with name taken already exists'],
  ['Taken', null],
  ['db/rp', null],
])('the name %j: %s', (name, problem) => {
  expect(validateBucket({ ...emptyBucket, name }, new Set(['taken'])).name).toBe(problem);
});

test('the name a bucket has is not looked at', () => {
  const before = { ...emptyBucket, name: '_tasks' };
  expect(validateBucket(before, new Set(['_tasks']), before).name).toBeNull();
});

test.each([
  ['30d', '', null, null],
  ['infinite', '', null, null],
  ['59m', '', 'At least 1h, or infinite', null],
  ['106751d23h47m17s', '', 'At most 106751d23h47m16s', null],
  ['soon', '', 'invalid duration soon', null],
  ['1d', '2d', null, 'Not longer than the retention, 1d'],
  ['1d', '30m', null, 'At least 1h'],
  ['1d', '1d', null, null],
  ['infinite', '52w', null, null],
])('retention %j with shard duration %j', (retention, shard, first, second) => {
  const problems = validateBucket({ ...emptyBucket, name: 'a', retention, shard }, new Set());
  expect([problems.retention, problems.shard]).toEqual([first, second]);
});

test('what happens to the shard duration is said', () => {
  const before = { retention: 'infinite', shard: '7d' };
  expect(parseTexts({ retention: '1d', shard: '7d' }, before)?.shardNote).toBe(
    'does not fit: becomes 1h',
  );
  expect(parseTexts({ retention: '30d', shard: '' })?.shardNote).toBe('the server chooses 1d');
  expect(parseTexts({ retention: 'x', shard: '' })).toBeUndefined();
});
