import { expect, test } from 'vitest';
import { changeRetention, creationProblem, normalisedShard, storedSeconds } from './retention';

const HOUR = 3600;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

test.each([
  [0, 0, WEEK],
  [0, 180 * DAY, WEEK],
  [0, 180 * DAY - 1, DAY],
  [0, 2 * DAY, DAY],
  [0, 2 * DAY - 1, HOUR],
  [0, HOUR, HOUR],
  [60, DAY, HOUR],
  [7200, DAY, 7200],
  [DAY, 0, DAY],
])('a shard of %d s under a retention of %d s becomes %d s', (shard, every, normalised) => {
  expect(normalisedShard(shard, every)).toBe(normalised);
});

const TOO_LOW = 'retention policy duration must be at least 1h0m0s';

test.each([
  [0, WEEK, null],
  [HOUR, HOUR, null],
  [9_223_372_036, WEEK, null],
  [-1, WEEK, TOO_LOW],
  [HOUR - 1, HOUR, TOO_LOW],
  [1, HOUR, TOO_LOW],
  [HOUR, 2 * HOUR, 'retention policy duration must be greater than the shard duration'],
])('a new bucket of %d s with shards of %d s: %s', (everySeconds, shardSeconds, problem) => {
  expect(creationProblem({ everySeconds, shardSeconds })).toBe(problem);
});

test.each([
  [3600n, 3600],
  [9_223_372_036n, 9_223_372_036],
  [9_223_372_037n, -9_223_372_037],
  [18_446_744_074n, 1],
  [20_000_000_000n, 1_553_255_926],
  [2n ** 63n - 1n, -1],
])('%d s of retention are kept as %d', (given, kept) => {
  expect(storedSeconds(given)).toBe(kept);
});

const SHRINK =
  'shard-group duration must also be updated to be smaller than new retention duration';
const infinite = { everySeconds: 0, shardSeconds: WEEK };

test('shrinking needs both numbers', () => {
  expect(changeRetention(infinite, { everySeconds: DAY })).toEqual({ refused: SHRINK });
  expect(changeRetention(infinite, { everySeconds: DAY, shardSeconds: HOUR })).toEqual({
    shown: { everySeconds: DAY, shardSeconds: HOUR },
    stored: { everySeconds: DAY, shardSeconds: HOUR },
  });
});

test('a shard of 0 is shown as 0 and stored as what the server chooses', () => {
  const outcome = changeRetention(infinite, { everySeconds: 30 * DAY, shardSeconds: 0 });
  expect(outcome).toEqual({
    shown: { everySeconds: 30 * DAY, shardSeconds: 0 },
    stored: { everySeconds: 30 * DAY, shardSeconds: DAY },
  });
  const later = changeRetention(
    { everySeconds: 30 * DAY, shardSeconds: 0 },
    { everySeconds: HOUR },
  );
  expect(later).toEqual({ refused: SHRINK });
});

test('one number alone leaves the other', () => {
  const current = { everySeconds: DAY, shardSeconds: HOUR };
  expect(changeRetention(current, { shardSeconds: 2 * DAY })).toEqual({ refused: SHRINK });
  expect(changeRetention(current, { everySeconds: 0 })).toMatchObject({
    shown: { everySeconds: 0, shardSeconds: HOUR },
  });
  expect(changeRetention(current, { everySeconds: 1800 })).toEqual({ refused: TOO_LOW });
});
