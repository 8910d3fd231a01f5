import type { Column } from './columns';
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

/** The exact text of one cell: every digit of integers and times; null where there is no value. */
export function cellText(column: Column, row: number): string | null {
  switch (column.kind) {
    case 'constant':
      return column.text;
    case 'string':
      return column.dictionary[column.codes[row] ?? -1] ?? null;
    case 'boolean':
      return ['false', 'true'][column.v[row] ?? 2] ?? null;
    case 'time': {
      const t = column.t[row] ?? Number.NaN;
      if (Number.isNaN(t)) return null;
      const ns = column.ns?.[row] ?? 0;
      return formatRfc3339({ ms: wholeMs(t, ns), ns });
    }
    case 'number':
      if (column.nulls?.[row] === 1) return null;
      return column.exact?.get(row) ?? plainDigits(column.v[row] ?? Number.NaN);
  }
}
