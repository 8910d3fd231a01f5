import { expect, test } from 'vitest';
import { formatDuration, parseDuration } from './durations';
import { addDuration, formatTime, parseTime, timeTexts } from './time';

test.each([
  ['2021-08-31T15:37:37Z', 1_630_424_257_000_000_000n],
  ['1970-01-01T00:00:00.000000007Z', 7n],
  ['1970-01-01T00:00:00.5Z', 500_000_000n],
  ['1969-12-31T23:59:59.999999999Z', -1n],
  ['1677-09-21T00:12:43.145224194Z', -(2n ** 63n) + 2n],
  ['2262-04-11T23:47:16.854775806Z', 2n ** 63n - 2n],
])('%s', (text, ns) => {
  expect(formatTime(ns)).toBe(text);
  expect(timeTexts(BigInt64Array.of(0n, ns))(1)).toBe(text);
  expect(parseTime(text)).toBe(ns);
});

test('a zone and a date alone are times, other texts are none', () => {
  expect(parseTime('2021-08-31T17:37:37+02:00')).toBe(1_630_424_257_000_000_000n);
  expect(parseTime('2021-08-31')).toBe(parseTime('2021-08-31T00:00:00Z'));
  expect(parseTime('soon')).toBeNull();
  expect(parseTime('2021-13-01T00:00:00Z')).toBeNull();
});

test.each(['1h30m', '2d', '1mo', '1y2mo3w4d5h6m7s8ms9us10ns', '-1h30m'])(
  'the duration %s reads as it prints',
  (text) => {
    const duration = parseDuration(text);
    expect(duration && formatDuration(duration)).toBe(text);
  },
);

test.each(['', '5', 'h', '1h x', '1 h'])('%j is no duration', (text) => {
  expect(parseDuration(text)).toBeNull();
});

test('a month later is the last day where the month is shorter', () => {
  const start = parseTime('2021-01-31T10:00:00Z') ?? 0n;
  expect(formatTime(addDuration(start, { months: 1, ns: 0n }))).toBe('2021-02-28T10:00:00Z');
  expect(formatTime(addDuration(start, { months: -2, ns: 1n }))).toBe(
    '2020-11-30T10:00:00.000000001Z',
  );
});
