import { plainDigits } from './cellText';
import type { Series } from './series';

const grouped = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const twoDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 });
const sixDigits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 6 });

/** A double at reading length: six digits, and never fewer than those before the point. */
export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (!Number.isFinite(value)) return plainDigits(value);
  if (size >= 1e15 || (size < 1e-6 && size > 0))
    return value.toExponential(5).replace(/\.?0+e/, 'e');
  if (size >= 1e6) return grouped.format(value);
  return size >= 1e4 ? twoDecimals.format(value) : sixDigits.format(value);
}

/** Every digit of the value at an index, as InfluxDB would print it. */
export function exactValue({ kind, v, exact }: Series, index: number): string {
  const value = v[index];
  if (value === undefined || Number.isNaN(value)) return '';
  if (kind === 'boolean') return value === 1 ? 'true' : 'false';
  return exact?.get(index) ?? plainDigits(value);
}

/** The value at an index for a legend or tooltip: integers in full, floats at reading length. */
export function shortValue(series: Series, index: number): string {
  const value = series.v[index];
  if (value === undefined || Number.isNaN(value)) return '–';
  if (series.kind === 'boolean') return value === 1 ? 'true' : 'false';
  const digits = series.exact?.get(index);
  if (digits !== undefined) return grouped.format(BigInt(digits));
  const isShownWhole =
    series.kind === 'integer' || (Number.isInteger(value) && Math.abs(value) < 1e15);
  return isShownWhole ? grouped.format(value) : shortNumber(value);
}
