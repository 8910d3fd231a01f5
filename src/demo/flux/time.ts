import type { Duration } from './durations';

const NS_PER_MS = 1_000_000n;
const SECONDS_PER_DAY = 86_400;

export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Beyond what a date object holds, years are not printed right; storage refuses such times anyway. */
function civil(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 19);
}

const two = Array.from({ length: 60 }, (_, n) => String(n).padStart(2, '0'));
const dayTexts = new Map<number, string>();

function dayText(day: number): string {
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = civil(day * SECONDS_PER_DAY).slice(0, 10);
    if (dayTexts.size > 10_000) dayTexts.clear();
    dayTexts.set(day, text);
  }
  return text;
}

/** `remainder` nanoseconds after a whole second since 1970. */
function clockText(seconds: number, remainder: number): string {
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const rest = seconds - day * SECONDS_PER_DAY;
  const hours = Math.floor(rest / 3600);
  const minutes = Math.floor((rest - hours * 3600) / 60);
  const clock = `${two[hours] ?? ''}:${two[minutes] ?? ''}:${two[rest % 60] ?? ''}`;
  if (remainder === 0) return `${dayText(day)}T${clock}Z`;
  return `${dayText(day)}T${clock}.${String(remainder).padStart(9, '0').replace(/0+$/, '')}Z`;
}

/** RFC 3339 in UTC with as many fraction digits as needed. */
export function formatTime(ns: bigint): string {
  const whole = floorDivide(ns, 1_000_000_000n);
  return clockText(Number(whole), Number(ns - whole * 1_000_000_000n));
}

/** The same for rows of an array. Divides the 16- and 32-bit parts of each value, since arithmetic on bigints is slow. */
export function timeTexts(values: BigInt64Array): (row: number) => string {
  const parts = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return (row) => {
    const low = parts.getUint32(row * 8 + (IS_LITTLE_ENDIAN ? 0 : 4), IS_LITTLE_ENDIAN);
    const middle = parts.getUint16(row * 8 + (IS_LITTLE_ENDIAN ? 4 : 2), IS_LITTLE_ENDIAN);
    const high = parts.getInt16(row * 8 + (IS_LITTLE_ENDIAN ? 6 : 0), IS_LITTLE_ENDIAN);
    // 2^48 is 281,474 s and 976,710,656 ns, 2^32 is 4 s and 294,967,296 ns.
    const rest = high * 976_710_656 + middle * 294_967_296 + low;
    const carried = Math.floor(rest / 1e9);
    return clockText(high * 281_474 + middle * 4 + carried, rest - carried * 1e9);
  };
}

const IS_LITTLE_ENDIAN = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

const RFC3339 = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d))?$/;

/** RFC 3339 with any number of fraction digits, or a date alone; null where it is none. */
export function parseTime(text: string): bigint | null {
  const match = RFC3339.exec(text);
  if (!match) return null;
  const [, date = '', clock = '00:00:00', fraction = '', zone = 'Z'] = match;
  const ms = Date.parse(`${date}T${clock}${zone}`);
  if (Number.isNaN(ms)) return null;
  return BigInt(ms) * NS_PER_MS + BigInt(fraction.padEnd(9, '0').slice(0, 9));
}

/** Months since January 1970 of the month a time is in. */
export function monthIndex(ns: bigint): number {
  const date = new Date(Number(floorDivide(ns, NS_PER_MS)));
  return (date.getUTCFullYear() - 1970) * 12 + date.getUTCMonth();
}

export function startOfMonth(index: number): bigint {
  return BigInt(Date.UTC(1970, index, 1)) * NS_PER_MS;
}

/** A day that the target month does not have becomes its last. */
function addMonths(ns: bigint, months: number): bigint {
  if (months === 0) return ns;
  const index = monthIndex(ns);
  const into = ns - startOfMonth(index);
  const target = startOfMonth(index + months);
  const last = startOfMonth(index + months + 1);
  const day = 86_400_000_000_000n;
  if (target + into < last) return target + into;
  return last - day + (into % day);
}

export function addDuration(ns: bigint, { months, ns: nanoseconds }: Duration): bigint {
  return addMonths(ns, months) + nanoseconds;
}

/** RFC 3339 with all nine fraction digits, as group keys are told in errors. */
export function formatFullTime(ns: bigint): string {
  const whole = floorDivide(ns, 1_000_000_000n);
  const fraction = String(ns - whole * 1_000_000_000n).padStart(9, '0');
  return `${formatTime(whole * 1_000_000_000n).slice(0, -1)}.${fraction}Z`;
}
