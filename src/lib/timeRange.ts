import { parseDuration } from './duration';

/** Resolved: epoch milliseconds, `from < to`. */
export interface Interval {
  from: number;
  to: number;
}

/** What the user chose. */
export type TimeRange =
  | { kind: 'relative'; seconds: number; text: string }
  | { kind: 'absolute'; from: number; to: number };

export interface TimeRangePreset {
  text: string;
  label: string;
}

export const timeRangePresets: readonly TimeRangePreset[] = [
  { text: '5m', label: 'Past 5 minutes' },
  { text: '15m', label: 'Past 15 minutes' },
  { text: '1h', label: 'Past hour' },
  { text: '3h', label: 'Past 3 hours' },
  { text: '6h', label: 'Past 6 hours' },
  { text: '12h', label: 'Past 12 hours' },
  { text: '24h', label: 'Past 24 hours' },
  { text: '2d', label: 'Past 2 days' },
  { text: '7d', label: 'Past 7 days' },
  { text: '30d', label: 'Past 30 days' },
  { text: '90d', label: 'Past 90 days' },
  { text: '365d', label: 'Past year' },
];

/** InfluxDB stores times as int64 nanoseconds: from 1677 to 2262. */
const earliestMs = -9_223_372_036_854;
const latestMs = 9_223_372_036_854;

const isTime = (ms: number) => ms >= earliestMs && ms <= latestMs;

/**
 * Reads the text of a URL: `6h` (also `-6h`), or two instants with `..` between them. Undefined when it
 * is none or empty.
 */
export function parseTimeRange(text: string): TimeRange | undefined {
  const [start = '', stop, ...more] = text.trim().split('..');
  if (more.length > 0) return undefined;
  if (stop === undefined) {
    const length = start.replace(/^-/, '');
    const parsed = parseDuration(length);
    if ('error' in parsed || parsed.seconds <= 0) return undefined;
    return { kind: 'relative', seconds: parsed.seconds, text: length };
  }
  const from = parseInstant(start);
  const to = parseInstant(stop);
  return isTime(from) && isTime(to) && from < to ? { kind: 'absolute', from, to } : undefined;
}

function parseInstant(text: string): number {
  if (/^-?\d+$/.test(text)) return Number(text);
  return /^\d{4}-\d\d-\d\d/.test(text) ? Date.parse(text) : Number.NaN;
}

export function formatTimeRange(range: TimeRange): string {
  if (range.kind === 'relative') return range.text;
  return `${formatInstant(range.from)}..${formatInstant(range.to)}`;
}

function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z');
}

export function resolveTimeRange(range: TimeRange, nowMs: number): Interval {
  if (range.kind === 'absolute') return { from: range.from, to: range.to };
  return { from: nowMs - range.seconds * 1000, to: nowMs };
}

/** For people: `Past hour` for `1h`. */
export function describeRelative(text: string): string {
  const preset = timeRangePresets.find((preset) => preset.text === text);
  return preset?.label ?? `Past ${text}`;
}

/** The range that a selection in a chart asks for: whole milliseconds, at least one. */
export function rangeOf({ from, to }: Interval): TimeRange {
  const start = Math.floor(from);
  return { kind: 'absolute', from: start, to: Math.max(Math.ceil(to), start + 1) };
}
