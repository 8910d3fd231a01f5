import { expect, test } from 'vitest';
import { timeAgo } from './TimeAgo';

const now = Date.parse('2026-05-01T12:00:00Z');

test.each([
  ['2026-05-01T12:00:00Z', 'just now'],
  ['2026-05-01T11:59:01Z', 'just now'],
  ['2026-05-01T11:59:00Z', '1m ago'],
  ['2026-05-01T09:30:00Z', '2h ago'],
  ['2026-04-30T12:00:00Z', '1d ago'],
  ['2026-04-01T12:00:00Z', '1mo ago'],
  ['2020-05-01T12:00:00Z', '6y ago'],
  ['2026-05-01T12:00:30Z', 'just now'],
  ['2026-05-01T14:00:00Z', 'in 2h'],
])('%s was %s', (time, text) => {
  expect(timeAgo(Date.parse(time), now)).toBe(text);
});
