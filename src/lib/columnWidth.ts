import type { Column, NumberColumn, TimeColumn } from './columns';

/** A longer text is cut in a table; its cell holds it all. */
const widest = 60;
/** Above so many digits behind the point, a double has all of its 17. */
const fewDigits = 9;
const allDigits = 17;

function wholeDigits(value: number): number {
  return value < 10 ? 1 : Math.floor(Math.log10(value)) + 1;
}

function zerosBehindPoint(value: number): number {
  return Math.max(0, -Math.floor(Math.log10(value)) - 1);
}

/** Whether the digits behind the point that a power of ten stands for give exactly this double. */
function suffices(power: number, value: number): boolean {
  return Math.round(value * power) / power === value;
}

/** Of the longest number, without writing any of them: there may be a million. */
function numberWidth({ v, exact }: NumberColumn, length: number): number {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  let digits = 0;
  let power = 1;
  let sign = 0;
  for (let row = 0; row < length; row++) {
    const value = v[row] as number;
    if (!Number.isFinite(value)) continue;
    const size = Math.abs(value);
    if (value < 0) sign = 1;
    if (size > most) most = size;
    if (size > 0 && size < least) least = size;
    while (digits < fewDigits && !suffices(power, size)) power = 10 ** ++digits;
  }
  let longest = 4;
  exact?.forEach((text) => (longest = Math.max(longest, text.length)));
  const whole = sign + wholeDigits(most);
  if (digits === 0) return Math.max(longest, whole);
  if (digits < fewDigits) return Math.max(longest, whole + 1 + digits);
  const below = least < 1 ? 2 + zerosBehindPoint(least) + allDigits : 0;
  return Math.max(longest, whole, sign + Math.max(1 + allDigits, below));
}

function timeWidth({ t, ns }: TimeColumn): number {
  if (ns) return '2026-01-01T00:00:00.000000000Z'.length;
  const isCoarse = t.every((ms) => Number.isNaN(ms) || ms % 1000 === 0);
  return isCoarse ? '2026-01-01T00:00:00Z'.length : '2026-01-01T00:00:00.000Z'.length;
}

function ownWidth(column: Column, length: number): number {
  switch (column.kind) {
    case 'constant':
      return column.text?.length ?? 0;
    case 'string':
      return column.dictionary.reduce((most, text) => Math.max(most, text.length), 0);
    case 'boolean':
      return 'false'.length;
    case 'time':
      return timeWidth(column);
    case 'number':
      return numberWidth(column, length);
  }
}

/** Characters of the longest text of a column, or a few more. */
export function columnWidth(column: Column, length: number): number {
  return Math.min(widest, ownWidth(column, length));
}
