import type { Column, NumberColumn, TimeColumn } from './columns';
import { formatRfc3339, wholeMs } from './epochTime';

/** Writes a double with its shortest digits and without an exponent, as InfluxDB does. */
export function plainDigits(value: number): string {
  if (Object.is(value, -0)) return '-0';
  const text = String(value);
  const e = text.indexOf('e');
  if (e < 0) return text.replace('Infinity', 'Inf');
  const negative = text.startsWith('-');
  const [whole = '', fraction = ''] = text.slice(negative ? 1 : 0, e).split('.');
  const exponent = Number(text.slice(e + 1));
  const digits = whole + fraction;
  const point = whole.length + exponent;
  const plain = point <= 0 ? '0.' + '0'.repeat(-point) + digits : digits.padEnd(point, '0');
  return negative ? '-' + plain : plain;
}

function timeText(column: TimeColumn, row: number): string | null {
  const t = column.t[row];
  if (t === undefined || Number.isNaN(t)) return null;
  const ns = column.ns?.[row] ?? 0;
  return formatRfc3339({ ms: wholeMs(t, ns), ns });
}

function numberText(column: NumberColumn, row: number): string | null {
  const value = column.v[row];
  if (value === undefined || column.nulls?.[row] === 1) return null;
  return column.exact?.get(row) ?? plainDigits(value);
}

const booleanWords = ['false', 'true'];

/** The exact text of one cell: every digit of integers and times; null where there is no value. */
export function cellText(column: Column, row: number): string | null {
  switch (column.kind) {
    case 'constant':
      return column.text;
    case 'string':
      return column.dictionary[column.codes[row] ?? -1] ?? null;
    case 'boolean':
      return booleanWords[column.v[row] ?? 2] ?? null;
    case 'time':
      return timeText(column, row);
    case 'number':
      return numberText(column, row);
  }
}
