/** Flux prints floats without exponent. */
export function formatFloat(value: number): string {
  if (Number.isFinite(value)) {
    const text = Object.is(value, -0) ? '-0' : String(value);
    return text.includes('e') ? withoutExponent(text) : text;
  }
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '+Inf' : '-Inf';
}

function withoutExponent(text: string): string {
  const [mantissa = '', exponent = '0'] = text.split('e');
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = mantissa.replace('-', '').split('.');
  const digits = whole + fraction;
  const point = whole.length + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length) return sign + digits + '0'.repeat(point - digits.length);
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}

const FLOAT = /^[+-]?(\d+\.?\d*([eE][+-]?\d+)?|\.\d+([eE][+-]?\d+)?|inf|infinity|nan)$/i;

/** As Go's ParseFloat; null where it refuses. */
export function parseFloatText(text: string): number | null {
  if (!FLOAT.test(text)) return null;
  const lower = text.toLowerCase();
  if (lower.endsWith('nan')) return Number.NaN;
  if (lower.includes('inf')) return lower.startsWith('-') ? -Infinity : Infinity;
  const value = Number(text);
  return Number.isFinite(value) ? value : null;
}

/** Go's `%E` with as many digits as needed: `1.5E+00`. */
export function exponentText(value: number): string {
  if (!Number.isFinite(value)) return formatFloat(value);
  const [mantissa = '', exponent = ''] = value.toExponential().split('e');
  const digits = exponent.slice(1).padStart(2, '0');
  return `${Object.is(value, -0) ? '-' : ''}${mantissa}E${exponent.slice(0, 1)}${digits}`;
}
