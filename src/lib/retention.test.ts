import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  defaultShardSeconds,
  explainRetention,
  formatRetention,
  isShrinking,
  parseRetention,
  retentionMeaning,
} from './retention';

test.each(['infinite', 'Forever', ' never ', 'inf', '∞', '0'])('%s keeps data for ever', (text) => {
  expect(parseRetention(text)).toEqual({ seconds: 0 });
});

test('what is printed is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_223_372_036 }), (seconds) => {
      expect(parseRetention(formatRetention(seconds))).toEqual({ seconds });
    }),
  );
});

test('a retention is explained in hours', () => {
  expect(explainRetention(2_592_000)).toBe('30d (720 h)');
  expect(explainRetention(0)).toBe('infinite');
});

test.each([
  [0, 604_800],
  [180 * 86_400, 604_800],
  [180 * 86_400 - 1, 86_400],
  [2 * 86_400, 86_400],
  [2 * 86_400 - 1, 3600],
  [3600, 3600],
])('the server gives retention %d s a shard duration of %d s', (retention, shard) => {
  expect(defaultShardSeconds(retention)).toBe(shard);
});

test.each([
  [0, 3600, true],
  [7200, 3600, true],
  [3600, 3600, false],
  [3600, 7200, false],
  [3600, 0, false],
  [0, 0, false],
])('from %d to %d loses data: %s', (from, to, shrinks) => {
  expect(isShrinking(from, to)).toBe(shrinks);
});

test('a retention is explained while it is typed', () => {
  expect(['30d', 'infinite', '3'].map(retentionMeaning)).toEqual(['= 720 h', 'kept for good', '']);
});
