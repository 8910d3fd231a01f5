import { expect, test } from 'vitest';
import { parseTimeRange } from '@/lib/timeRange';
import { rangeAround } from './lastPoint';

test('the range to jump to is as long as the one before, with the point near its end', () => {
  const point = Date.parse('2026-03-01T12:00:00.123Z');
  const hour = 3_600_000;
  const text = rangeAround(point, { from: 0, to: hour });
  expect(text).toBe('2026-03-01T11:03:00.123Z..2026-03-01T12:03:00.123Z');
  expect(parseTimeRange(text)).toEqual({
    kind: 'absolute',
    from: point - hour * 0.95,
    to: point + hour * 0.05,
  });
});
