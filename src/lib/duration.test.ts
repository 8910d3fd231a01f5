import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDuration, inHours, parseDuration } from './duration';

test.each([
  ['30d', 2_592_000],
  ['4w2d', 2_592_000],
  ['30d12h', 2_635_200],
  ['720h', 2_592_000],
  ['1h30m', 5400],
  ['1.5h', 5400],
  ['.5h', 1800],
  ['90m', 5400],
  ['0', 0],
  ['0s', 0],
  ['1ms', 0],
  ['1500ms', 2],
  ['1000000us', 1],
  ['1000000µs', 1],
  [' 7d ', 604_800],
])('%s is %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toEqual({ seconds });
});

const unitNames =
  'duration must be week(w), day(d), hour(h), min(m), sec(s), millisec(ms), microsec(us), or nanosec(ns)';

test.each([
  ['', 'give a duration, such as 30d'],
  ['30', 'duration is missing a unit: 30'],
  ['1d12', 'duration is missing a unit: 1d12'],
  ['d', 'invalid duration d'],
  ['1.5d', 'invalid duration 1.5d'],
  ['1d 2h', 'invalid duration 1d 2h'],
  ['3mo', unitNames],
  ['1y', unitNames],
  ['-3d', 'must be greater than 0'],
  ['-1h', 'must be greater than 0'],
  ['infinite', 'invalid duration infinite'],
  ['99999999999999999999w', 'invalid duration 99999999999999999999w'],
])('%s is refused', (text, error) => {
  expect(parseDuration(text)).toEqual({ error });
});

test.each([
  [0, '0s'],
  [3600, '1h'],
  [2_592_000, '30d'],
  [604_800, '7d'],
  [90_061, '1d1h1m1s'],
])('%d seconds print as %s', (seconds, text) => {
  expect(formatDuration(seconds)).toBe(text);
});

test('what is printed is read back as the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_223_372_036 }), (seconds) => {
      expect(parseDuration(formatDuration(seconds))).toEqual({ seconds });
    }),
  );
});

test('a duration is explained in hours, minutes or seconds', () => {
  expect([2_592_000, 5400, 61].map(inHours)).toEqual(['720 h', '90 min', '61 s']);
});
