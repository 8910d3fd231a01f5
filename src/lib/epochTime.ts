/** An instant in whole milliseconds since 1970 and the nanoseconds within that millisecond (0…999,999). */
export interface Instant {
  ms: number;
  ns: number;
}

const rfc3339 = /^(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d)(?:\.(\d{1,9})\d*)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads RFC 3339 without losing a digit; undefined when it is none. */
export function parseRfc3339(text: string): Instant | undefined {
  const match = rfc3339.exec(text);
  if (!match) return undefined;
  const [, seconds = '', fraction = '', zone = ''] = match;
  const ms = Date.parse(seconds.replace(' ', 'T') + zone.toUpperCase());
  if (Number.isNaN(ms)) return undefined;
  const ns = Number(fraction.padEnd(9, '0'));
  return { ms: ms + Math.floor(ns / 1e6), ns: ns % 1e6 };
}

/** RFC 3339 in UTC with as many digits as the instant has, as InfluxDB prints it. */
export function formatRfc3339({ ms, ns }: Instant): string {
  const iso = new Date(ms).toISOString();
  const fraction = (iso.slice(20, 23) + String(ns).padStart(6, '0')).replace(/0+$/, '');
  return iso.slice(0, 19) + (fraction === '' ? '' : '.' + fraction) + 'Z';
}

/** The whole milliseconds behind a double that carries its nanoseconds as a fraction. */
export function wholeMs(t: number, ns: number): number {
  return Math.round(t - ns / 1e6);
}

/** Values of the `epoch` parameter of InfluxQL. */
export type EpochUnit = 'ns' | 'u' | 'ms' | 's' | 'm' | 'h';

const msPerUnit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 };

/** Reads the digits of an epoch number exactly. */
export function parseEpoch(digits: string, unit: EpochUnit): Instant {
  if (unit !== 'ns' && unit !== 'u') return { ms: Number(digits) * msPerUnit[unit], ns: 0 };
  const ns = BigInt(digits) * (unit === 'u' ? 1000n : 1n);
  const below = ((ns % 1_000_000n) + 1_000_000n) % 1_000_000n;
  return { ms: Number((ns - below) / 1_000_000n), ns: Number(below) };
}
