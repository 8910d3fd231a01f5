import { expect, test } from 'vitest';
import { INFINITE, parseDuration } from './durations';
import type { Duration } from './durations';
import { formatTime, parseTime } from './time';
import { Windows } from './windows';

function duration(text: string): Duration {
  const parsed = parseDuration(text);
  if (!parsed) throw new Error(text);
  return parsed;
}

function time(text: string): bigint {
  const parsed = parseTime(text);
  if (parsed === null) throw new Error(text);
  return parsed;
}

function windows(every: string, more: { period?: string; offset?: string; zone?: string } = {}) {
  return new Windows({
    every: duration(every),
    period: duration(more.period ?? every),
    offset: duration(more.offset ?? '0s'),
    zoneOffset: duration(more.zone ?? '0s').ns,
  });
}

function containing(spec: Windows, at: string): string[] {
  return spec
    .containing(time(at))
    .map(({ start, stop }) => `${formatTime(start)} ${formatTime(stop)}`);
}

test.each([
  ['1m', {}, '2021-08-31T15:37:37Z', ['2021-08-31T15:37:00Z 2021-08-31T15:38:00Z']],
  ['1m', {}, '2021-08-31T15:38:00Z', ['2021-08-31T15:38:00Z 2021-08-31T15:39:00Z']],
  ['1m', { offset: '10s' }, '2021-08-31T15:38:05Z', ['2021-08-31T15:37:10Z 2021-08-31T15:38:10Z']],
  ['1w', {}, '2021-08-31T15:37:37Z', ['2021-08-26T00:00:00Z 2021-09-02T00:00:00Z']],
  ['1mo', {}, '2021-02-28T23:59:59Z', ['2021-02-01T00:00:00Z 2021-03-01T00:00:00Z']],
  ['1y', {}, '2021-02-28T23:59:59Z', ['2021-01-01T00:00:00Z 2022-01-01T00:00:00Z']],
  ['3mo', {}, '2021-06-30T00:00:00Z', ['2021-04-01T00:00:00Z 2021-07-01T00:00:00Z']],
  ['1d', { zone: '2h' }, '2021-08-31T23:00:00Z', ['2021-08-31T22:00:00Z 2021-09-01T22:00:00Z']],
  ['1m', {}, '1969-12-31T23:59:30Z', ['1969-12-31T23:59:00Z 1970-01-01T00:00:00Z']],
  [
    '1m',
    { period: '2m' },
    '2021-08-31T15:37:37Z',
    ['2021-08-31T15:36:00Z 2021-08-31T15:38:00Z', '2021-08-31T15:37:00Z 2021-08-31T15:39:00Z'],
  ],
  ['2m', { period: '1m' }, '2021-08-31T15:37:37Z', []],
] as const)('windows of %s %o that hold %s', (every, more, at, expected) => {
  expect(containing(windows(every, more), at)).toEqual(expected);
});

test('windows over a range start before it and end after it', () => {
  const range = { start: time('2021-08-31T15:30:30Z'), stop: time('2021-08-31T15:33:10Z') };
  const starts = [...windows('1m').over(range)].map(({ start }) => formatTime(start));
  expect(starts).toEqual([
    '2021-08-31T15:30:00Z',
    '2021-08-31T15:31:00Z',
    '2021-08-31T15:32:00Z',
    '2021-08-31T15:33:00Z',
  ]);
});

test('calendar windows over a range', () => {
  const range = { start: time('2021-01-15T00:00:00Z'), stop: time('2021-03-01T00:00:00Z') };
  const found = [...windows('1mo').over(range)].map(({ start }) => formatTime(start));
  expect(found).toEqual(['2021-01-01T00:00:00Z', '2021-02-01T00:00:00Z']);
});

test('every window that is walked over holds its own start', () => {
  for (const every of ['7s', '1h', '1mo', '5mo']) {
    const spec = windows(every, { offset: '3s' });
    const range = { start: time('2020-02-20T10:00:01Z'), stop: time('2020-02-20T10:00:20Z') };
    for (const { start, stop } of spec.over(range)) {
      expect(spec.containing(start)).toEqual([{ start, stop }]);
    }
  }
});

test('an infinite window holds everything', () => {
  const spec = new Windows({
    every: INFINITE,
    period: INFINITE,
    offset: duration('0s'),
    zoneOffset: 0n,
  });
  expect([...spec.over({ start: 1n, stop: 5n })]).toEqual([{ start: 1n, stop: 5n }]);
});

test('more windows than memory holds are refused', () => {
  const range = { start: 0n, stop: time('2021-01-01T00:00:00Z') };
  expect(() => [...windows('1ms').over(range)]).toThrow('memory allocation limit reached');
});

test.each(['0s', '-1m', '1mo1d'])('%s is no interval', (every) => {
  expect(() => windows(every)).toThrow(/duration used as an interval/);
});
