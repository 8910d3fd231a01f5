import { formatDuration, inHours, parseDuration } from './duration';
import type { ParsedDuration } from './duration';

const day = 86_400;
const infiniteWords = new Set(['infinite', 'infinity', 'inf', 'forever', 'never', '∞']);

/** The server refuses less, and overflows above. */
export const minRetentionSeconds = 3600;
export const maxRetentionSeconds = 9_223_372_036;

/** 0 is infinite, as on the wire. */
export function parseRetention(text: string): ParsedDuration {
  if (infiniteWords.has(text.trim().toLowerCase())) return { seconds: 0 };
  return parseDuration(text);
}

export function formatRetention(seconds: number): string {
  return seconds === 0 ? 'infinite' : formatDuration(seconds);
}

/** `30d (720 h)`, `infinite` */
export function explainRetention(seconds: number): string {
  return seconds === 0 ? 'infinite' : `${formatDuration(seconds)} (${inHours(seconds)})`;
}

/** `= 720 h`, or nothing while it cannot be read. */
export function retentionMeaning(text: string): string {
  const parsed = parseRetention(text);
  if ('error' in parsed) return '';
  return parsed.seconds === 0 ? 'kept for good' : `= ${inHours(parsed.seconds)}`;
}

/** What the server chooses when no shard duration is given. */
export function defaultShardSeconds(retentionSeconds: number): number {
  if (retentionSeconds === 0 || retentionSeconds >= 180 * day) return 7 * day;
  return retentionSeconds >= 2 * day ? day : 3600;
}

/** True when data that is kept now will not be kept any more. */
export function isShrinking(fromSeconds: number, toSeconds: number): boolean {
  return toSeconds !== 0 && (fromSeconds === 0 || toSeconds < fromSeconds);
}
