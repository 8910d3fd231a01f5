const minus = 45;
const dot = 46;

/** Powers of ten that a double holds exactly; a quotient of two exact doubles is correctly rounded. */
export const powersOfTen = Float64Array.from({ length: 23 }, (_, i) => Number(`1e${i}`));

const exactLimit = 2 ** 53;

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

/** Plain ASCII between two places; digits, signs and such. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let i = start; i < end; i++) text += String.fromCharCode(bytes[i] ?? 0);
  return text;
}

/** Reads an integer of known digits; only for up to 15 digits. */
export function digitsAt(bytes: Uint8Array, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) value = value * 10 + (bytes[i] ?? 0) - 48;
  return value;
}

/**
 * Reads `-?digits(.digits)?` at `p` into `into[row]`, correctly rounded. Answers the place behind it, or -1 when
 * there is no such number or it has an exponent. More digits than a double holds go through `Number`; integers among them are refused
 * (-1) unless `roundIntegers`: their caller wants the digits.
 */
export function readNumber(
  bytes: Uint8Array,
  p: number,
  into: Float64Array,
  row: number,
  roundIntegers: boolean,
): number {
  const start = p;
  let byte = bytes[p] as number;
  const negative = byte === minus;
  if (negative) byte = bytes[++p] as number;
  const first = p;
  let mantissa = 0;
  let point = -1;
  for (;;) {
    if (isDigit(byte)) mantissa = mantissa * 10 + (byte - 48);
    else if (byte === dot && point < 0) point = p;
    else break;
    byte = bytes[++p] as number;
  }
  const fraction = point < 0 ? 0 : p - point - 1;
  if (p === first || point === first) return -1;
  // e or E
  if ((byte | 32) === 101) return -1;
  if (mantissa >= exactLimit || fraction > 22) {
    if (fraction === 0 && !roundIntegers) return -1;
    into[row] = Number(asciiText(bytes, start, p));
    return p;
  }
  into[row] = scaled(negative ? -mantissa : mantissa, fraction);
  return p;
}

function scaled(mantissa: number, fraction: number): number {
  return fraction === 0 ? mantissa : mantissa / (powersOfTen[fraction] as number);
}
