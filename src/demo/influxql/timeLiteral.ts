import { StatementError } from './results';
import { fromWallClock } from './timeZone';

/** The earliest and latest times that a query reaches. */
export const MIN_TIME = -9223372036854775806n;
export const MAX_TIME = 9223372036854775806n;

const dateTime = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d+))?$/;
const rfc3339 = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/;

function nanoseconds(date: string, time: string, fraction: string, zone: string): bigint {
  const ms = Date.parse(`${date}T${time}${zone}`);
  if (Number.isNaN(ms)) throw new StatementError('invalid timestamp string');
  return BigInt(ms) * 1_000_000n + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

/** Whether a string beside `time` is read as a time at all. */
export function looksLikeTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(text);
}

/** `'2020-09-13'`, `'2020-09-13 12:26:41.5'`, RFC 3339; without a zone the clock of `timeZone` counts. */
export function parseTimeLiteral(text: string, timeZone: string | undefined): bigint {
  const zoned = rfc3339.exec(text);
  if (zoned) {
    const [, date = '', time = '', fraction = '', zone = ''] = zoned;
    return nanoseconds(date, time, fraction, zone);
  }
  const [, date, time = '', fraction = ''] =
    dateTime.exec(`${text}${text.length === 10 ? ' 00:00:00' : ''}`) ?? [];
  if (date === undefined) throw new StatementError('invalid timestamp string');
  return fromWallClock(timeZone, nanoseconds(date, time, fraction, 'Z'));
}
