import type { FieldValue } from './lineProtocol';
import type { Scan } from './lineProtocolText';
import { refuse } from './lineProtocolText';

const MIN_INT64 = -(2n ** 63n);
const MAX_INT64 = 2n ** 63n - 1n;
const MAX_UINT64 = 2n ** 64n - 1n;

const BOOLEANS = new Map([
  ['t', true],
  ['T', true],
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['f', false],
  ['F', false],
  ['false', false],
  ['False', false],
  ['FALSE', false],
]);

function toBoolean(text: string): boolean | undefined {
  return BOOLEANS.get(text);
}

/** Position after the boolean that starts at `from`, or -1. */
export function scanBoolean(scan: Scan, from: number): number {
  const end = endOfValue(scan, from);
  return BOOLEANS.has(scan.text.slice(from, end)) ? end : refuse(scan, 'invalid boolean');
}

function endOfValue({ text, end }: Scan, from: number): number {
  let i = from;
  while (i < end && text.charCodeAt(i) !== 44 && text.charCodeAt(i) !== 32) i++;
  return i;
}

const DECIMAL = /^-?(?:\d+\.?\d*|\.\d+)$/;
const WHOLE = /^-?\d+[iu]$/;
const SCIENTIFIC = /^[-\d.][\d.eE+-]*$/;

/** Position after the number that starts at `from`, or -1. */
export function scanNumber(scan: Scan, from: number): number {
  const end = endOfValue(scan, from);
  if (isPlainDecimal(scan.text, from, end)) return end;
  const reason = refusalOfNumber(scan.text.slice(from, end));
  return reason === null ? end : refuse(scan, reason);
}

/** The usual case without a substring: digits with at most one point. */
function isPlainDecimal(text: string, from: number, end: number): boolean {
  let i = text.charCodeAt(from) === 45 ? from + 1 : from;
  let digits = 0;
  let points = 0;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) digits++;
    else if (code === 46) points++;
    else return false;
  }
  return digits > 0 && points < 2 && digits < 300;
}

function refusalOfNumber(text: string): string | null {
  if (WHOLE.test(text)) return refusalOfWhole(text.slice(0, -1), text.endsWith('i'));
  if (DECIMAL.test(text)) return Number.isFinite(Number(text)) ? null : 'invalid float';
  if (!isScientificShape(text)) return 'invalid number';
  return Number.isFinite(Number(text)) ? null : 'invalid float';
}

/** An exponent makes the server parse the number, which then fails as a float: `1e`, `-e`, `1e5.5`, `1e400`. */
function isScientificShape(text: string): boolean {
  if (!SCIENTIFIC.test(text) || !/[eE]/.test(text)) return false;
  if ((text.match(/\./g) ?? []).length > 1) return false;
  // After the first character a sign stands only right after the e.
  return !/(?<![eE])[+-]/.test(text.slice(1));
}

function refusalOfWhole(digits: string, isSigned: boolean): string | null {
  if (!isSigned && digits.startsWith('-')) return 'invalid number';
  if (digits.length < 19) return null;
  const value = BigInt(digits);
  if (isSigned && (value < MIN_INT64 || value > MAX_INT64)) {
    return `unable to parse integer ${digits}: ${outOfRange('ParseInt', digits)}`;
  }
  if (!isSigned && value > MAX_UINT64) {
    return `unable to parse unsigned ${digits}: ${outOfRange('ParseUint', digits)}`;
  }
  return null;
}

/** Null for what is no value: the scan of a line lets some through, such as `\\="a,b=c"`. */
export function toValue(raw: string): FieldValue | null {
  const last = raw.charCodeAt(raw.length - 1);
  if ((last === 105 || last === 117) && WHOLE.test(raw)) {
    const value = BigInt(raw.slice(0, -1));
    return { type: last === 105 ? 'integer' : 'unsigned', value };
  }
  if (raw.charCodeAt(0) < 65) {
    const value = Number(raw);
    return Number.isNaN(value) ? null : { type: 'float', value };
  }
  const truth = toBoolean(raw);
  return truth === undefined ? null : { type: 'boolean', value: truth };
}

/** Go's words, which the server passes on. */
export function outOfRange(parser: 'ParseInt' | 'ParseUint', digits: string): string {
  return `strconv.${parser}: parsing "${digits}": value out of range`;
}
