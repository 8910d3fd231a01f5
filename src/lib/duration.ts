export type ParsedDuration = { seconds: number } | { error: string };

const nanosPerUnit: Record<string, number> = {
  ns: 1,
  us: 1e3,
  µs: 1e3,
  μs: 1e3,
  ms: 1e6,
  s: 1e9,
  m: 60e9,
  h: 3600e9,
  d: 86_400e9,
  w: 604_800e9,
};
const unitNames =
  'duration must be week(w), day(d), hour(h), min(m), sec(s), millisec(ms), microsec(us), or nanosec(ns)';

const part = /^(\d+(?:\.\d*)?|\.\d+)([a-zµμ]*)/;

/**
 * The grammar of the `influx` CLI: Go durations (`1h30m`, `1.5h`, `0`), else whole numbers with w, d, h, m, s, ms, us, ns
 * (`4w2d`). The result is rounded to seconds.
 */
export function parseDuration(text: string): ParsedDuration {
  const input = text.trim();
  if (input === '') return { error: 'give a duration, such as 30d' };
  if (input === '0') return { seconds: 0 };
  if (input.startsWith('-')) return { error: 'must be greater than 0' };
  const isGo = !/[dw]/.test(input);
  let nanos = 0;
  let rest = input;
  while (rest !== '') {
    const match = part.exec(rest);
    if (!match) return { error: `invalid duration ${input}` };
    const [whole, number = '', unit = ''] = match;
    if (unit === '') return { error: `duration is missing a unit: ${input}` };
    const factor = nanosPerUnit[unit];
    if (factor === undefined) return { error: unitNames };
    if (!isGo && number.includes('.')) return { error: `invalid duration ${input}` };
    nanos += Number(number) * factor;
    rest = rest.slice(whole.length);
  }
  const seconds = Math.round(nanos / 1e9);
  return Number.isSafeInteger(seconds) ? { seconds } : { error: `invalid duration ${input}` };
}

const printed: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
];

/** The inverse of `parseDuration` for whole seconds: `30d`, `1d12h`, `0s`. */
export function formatDuration(seconds: number): string {
  let rest = seconds;
  let text = '';
  for (const [unit, size] of printed) {
    const count = Math.floor(rest / size);
    if (count > 0) text += `${count}${unit}`;
    rest -= count * size;
  }
  return text === '' ? '0s' : text;
}

/** As `720 h`, or as minutes or seconds where it is not whole hours. */
export function inHours(seconds: number): string {
  const number = new Intl.NumberFormat('en-US');
  if (seconds % 3600 === 0) return `${number.format(seconds / 3600)} h`;
  if (seconds % 60 === 0) return `${number.format(seconds / 60)} min`;
  return `${number.format(seconds)} s`;
}
