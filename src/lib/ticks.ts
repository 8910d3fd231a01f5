import { niceSteps } from './aggregateWindow';
import type { Interval } from './timeRange';

export type Zone = 'utc' | 'local';

const day = 86_400_000;
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600];

/** Year, month (0-based), day and time of day as the zone counts them. */
function partsOf(ms: number, zone: Zone) {
  const date = new Date(ms);
  if (zone === 'utc') {
    return {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth(),
      day: date.getUTCDate(),
      hour: date.getUTCHours(),
      minute: date.getUTCMinutes(),
      second: date.getUTCSeconds(),
      ms: date.getUTCMilliseconds(),
    };
  }
  return {
    year: date.getFullYear(),
    month: date.getMonth(),
    day: date.getDate(),
    hour: date.getHours(),
    minute: date.getMinutes(),
    second: date.getSeconds(),
    ms: date.getMilliseconds(),
  };
}

function instantOf(zone: Zone, year: number, month: number, dayOfMonth: number, hour = 0): number {
  if (zone === 'utc') return Date.UTC(year, month, dayOfMonth, hour);
  return new Date(year, month, dayOfMonth, hour).getTime();
}

/** Below an hour: multiples of the step, seen from the offset of the zone. */
function evenTicks({ from, to }: Interval, step: number, zone: Zone): number[] {
  const offset = zone === 'utc' ? 0 : new Date(from).getTimezoneOffset() * 60_000;
  const ticks: number[] = [];
  for (let t = Math.ceil((from - offset) / step) * step + offset; t <= to; t += step) ticks.push(t);
  return ticks;
}

/** Hours counted from midnight, days from the first of the month: a change of the clock moves no tick off its hour. */
function calendarTicks({ from, to }: Interval, step: number, zone: Zone): number[] {
  const ticks: number[] = [];
  const start = partsOf(from, zone);
  const days = Math.max(1, Math.round(step / day));
  const hours = step >= day ? 24 : step / 3_600_000;
  for (let d = 0; ; d++) {
    const midnight = instantOf(zone, start.year, start.month, start.day + d);
    if (midnight > to) return ticks;
    if (days > 1 && !isDayTick(midnight, days, zone)) continue;
    for (let hour = 0; hour < 24; hour += hours) {
      const t = instantOf(zone, start.year, start.month, start.day + d, hour);
      if (t >= from && t <= to && t !== ticks.at(-1)) ticks.push(t);
    }
  }
}

function isDayTick(midnight: number, days: number, zone: Zone): boolean {
  const { day: dayOfMonth } = partsOf(midnight, zone);
  return (dayOfMonth - 1) % days === 0 && dayOfMonth + days / 2 <= 32;
}

function monthTicks({ from, to }: Interval, step: number, zone: Zone): number[] {
  const ticks: number[] = [];
  const start = partsOf(from, zone);
  const first = Math.floor((start.year * 12 + start.month) / step) * step;
  for (let month = first; ; month += step) {
    const t = instantOf(zone, Math.floor(month / 12), month % 12, 1);
    if (t > to) return ticks;
    if (t >= from) ticks.push(t);
  }
}

/** At most about `most` ticks at round times of the zone. */
export function timeTicks(interval: Interval, most: number, zone: Zone): number[] {
  const least = (interval.to - interval.from) / Math.max(1, most);
  const step = niceSteps.find((candidate) => candidate >= least && candidate <= 14 * day);
  if (step !== undefined) {
    const isCalendar = step >= 3_600_000;
    return isCalendar ? calendarTicks(interval, step, zone) : evenTicks(interval, step, zone);
  }
  const months = monthSteps.find((n) => n * 30 * day >= least) ?? (monthSteps.at(-1) as number);
  return monthTicks(interval, months, zone);
}

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const two = (n: number) => String(n).padStart(2, '0');

/** A tick says the finest part of the time that changes there: `14:30`, or `Mar 4` at midnight, or, among months, `2026`. */
export function tickLabel(ms: number, zone: Zone, step: number): string {
  const p = partsOf(ms, zone);
  if (p.ms !== 0) return `${two(p.minute)}:${two(p.second)}.${String(p.ms).padStart(3, '0')}`;
  if (p.second !== 0) return `${two(p.hour)}:${two(p.minute)}:${two(p.second)}`;
  if (p.hour !== 0 || p.minute !== 0) return `${two(p.hour)}:${two(p.minute)}`;
  const month = monthNames[p.month] ?? '';
  const isNewYear = p.day === 1 && p.month === 0;
  return isNewYear && step >= 28 * day ? String(p.year) : `${month} ${p.day}`;
}

/** Date and time in full, with as many digits below the second as there are. */
export function timeLabel(ms: number, ns: number, zone: Zone): string {
  const p = partsOf(ms, zone);
  const date = `${p.year}-${two(p.month + 1)}-${two(p.day)}`;
  const fraction = (String(p.ms).padStart(3, '0') + String(ns).padStart(6, '0')).replace(/0+$/, '');
  const time = `${two(p.hour)}:${two(p.minute)}:${two(p.second)}${fraction && `.${fraction}`}`;
  return `${date} ${time}${zone === 'utc' ? ' UTC' : ''}`;
}

/** Round values from at or below `low` to at or above `high`, about `count` of them; one value stands in the middle. */
export function valueTicks(low: number, high: number, count: number): number[] {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return [0, 1];
  const around = low === high ? Math.abs(low) / 10 || 1 : 0;
  if (around > 0 && Number.isFinite(Math.abs(low) + around)) {
    return valueTicks(low - around, high + around, count);
  }
  const span = high - low || Math.abs(low);
  const power = 10 ** Math.floor(Math.log10(span / Math.max(1, count)));
  if (power === 0 || !Number.isFinite(span)) return [low, high];
  const step =
    [1, 2, 2.5, 5, 10].map((n) => n * power).find((n) => span / n <= count) ?? 10 * power;
  const from = Math.floor(low / step);
  const to = Math.max(Math.ceil(high / step), from + 1);
  const digits = Math.max(0, 1 - Math.floor(Math.log10(step)));
  return Array.from({ length: to - from + 1 }, (_, i) =>
    digits > 100 ? (from + i) * step : Number(((from + i) * step).toFixed(digits)),
  );
}

const prefixes: readonly (readonly [number, string])[] = [
  [1e12, 'T'],
  [1e9, 'G'],
  [1e6, 'M'],
  [1e3, 'k'],
];

/** Labels of a value axis: all with the same digits, thousands as k from 10,000 on. */
export function valueTickLabels(ticks: readonly number[]): string[] {
  const highest = Math.max(...ticks.map(Math.abs));
  if (highest >= 1e15 || (highest > 0 && highest < 1e-4))
    return ticks.map((x) => (x === 0 ? '0' : x.toPrecision(3)));
  const [size, prefix] = prefixes.find(([unit]) => highest >= unit * 10) ?? [1, ''];
  const step = Math.abs((ticks[1] ?? 1) - (ticks[0] ?? 0)) / size;
  let digits = 0;
  while (digits < 10 && Math.abs(step * 10 ** digits - Math.round(step * 10 ** digits)) > 1e-6)
    digits++;
  return ticks.map((x) => (x === 0 ? '0' : `${(x / size).toFixed(digits)}${prefix}`));
}
