const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, format);
  return format;
}

function offsetAt(timeZone: string, ms: number): number {
  const parts = new Map<string, number>(
    formatOf(timeZone)
      .formatToParts(ms)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: string): number => parts.get(type) ?? 0;
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(ms / 1000) * 1000;
}

const QUARTER_HOUR = 900_000;
const offsets = new Map<string, number>();

/** The offset of a time zone from UTC in nanoseconds, at an instant; zones change on quarters of an hour only. */
export function zoneOffset(timeZone: string | undefined, ns: bigint): bigint {
  if (timeZone === undefined || timeZone === 'UTC') return 0n;
  const quarter = Math.floor(Number(ns / 1_000_000n) / QUARTER_HOUR);
  const key = `${timeZone}@${quarter}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    if (offsets.size > 50_000) offsets.clear();
    offset = offsetAt(timeZone, quarter * QUARTER_HOUR);
    offsets.set(key, offset);
  }
  return BigInt(offset) * 1_000_000n;
}

/** The instant that the clocks of a zone call `wall` (nanoseconds as if it were UTC). */
export function fromWallClock(timeZone: string | undefined, wall: bigint): bigint {
  const guess = wall - zoneOffset(timeZone, wall);
  return wall - zoneOffset(timeZone, guess);
}
