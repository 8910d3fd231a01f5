import { powersOfTen, readNumber } from './byteNumbers';
import type { BooleanBuilder, NumberBuilder, StringBuilder, TimeBuilder } from './columnBuilders';
import { plainText } from './csvRecord';

const lf = 10;
const cr = 13;
const quote = 34;
const comma = 44;
const dot = 46;
const zulu = 90;

/* Each reads one cell at `p` into `row` and answers the place behind it, or -1 for what it leaves to others. */

function isEnd(byte: number | undefined): boolean {
  return byte === comma || byte === lf || byte === cr;
}

export function isEmptyAt(bytes: Uint8Array, p: number): boolean {
  return bytes[p] === comma || bytes[p] === lf || (bytes[p] === cr && bytes[p + 1] === lf);
}

export function readNumberCell(
  bytes: Uint8Array,
  p: number,
  builder: NumberBuilder,
  row: number,
): number {
  const end = readNumber(bytes, p, builder.v, row, builder.type === 'double');
  return end >= 0 && isEnd(bytes[end]) ? end : -1;
}

const words = [
  { text: [116, 114, 117, 101], value: true },
  { text: [102, 97, 108, 115, 101], value: false },
];

export function readBooleanCell(
  bytes: Uint8Array,
  p: number,
  builder: BooleanBuilder,
  row: number,
): number {
  for (const { text, value } of words) {
    if (bytes[p] !== text[0]) continue;
    if (!text.every((byte, i) => bytes[p + i] === byte) || !isEnd(bytes[p + text.length])) break;
    builder.set(row, value);
    return p + text.length;
  }
  return -1;
}

export function readTextCell(
  bytes: Uint8Array,
  start: number,
  limit: number,
  builder: StringBuilder,
  row: number,
): number {
  if (bytes[start] === quote) return readQuoted(bytes, start, limit, builder, row);
  let end = start;
  while (end < limit && bytes[end] !== comma && bytes[end] !== lf) end++;
  if (end >= limit) return -1;
  if (bytes[end] === lf && end > start && bytes[end - 1] === cr) end--;
  builder.setBytes(row, bytes, start, end);
  return end;
}

function readQuoted(
  bytes: Uint8Array,
  start: number,
  limit: number,
  builder: StringBuilder,
  row: number,
): number {
  let end = start + 1;
  let hasQuotes = false;
  for (; ; end += 2) {
    end = bytes.indexOf(quote, end);
    if (end < 0 || end + 1 >= limit) return -1;
    if (bytes[end + 1] !== quote) break;
    hasQuotes = true;
  }
  if (!isEnd(bytes[end + 1])) return -1;
  if (hasQuotes) builder.set(row, plainText(bytes, start + 1, end).replaceAll('""', '"'));
  else builder.setBytes(row, bytes, start + 1, end);
  return end + 1;
}

/** Reads times, of which the date is mostly that of the row before. */
export class TimeCells {
  #date = new Uint8Array(10);
  #dateMs = Number.NaN;

  /** `2006-01-02T15:04:05(.fraction)?Z` */
  read(bytes: Uint8Array, p: number, builder: TimeBuilder, row: number): number {
    if (bytes[p + 10] !== 84) return -1;
    if (!this.#isSameDate(bytes, p)) this.#readDate(bytes, p);
    const hours = (bytes[p + 11] as number) * 10 + (bytes[p + 12] as number) - 528;
    const minutes = (bytes[p + 14] as number) * 10 + (bytes[p + 15] as number) - 528;
    const seconds = (bytes[p + 17] as number) * 10 + (bytes[p + 18] as number) - 528;
    const ms = this.#dateMs + ((hours * 60 + minutes) * 60 + seconds) * 1000;
    let end = p + 19;
    let below = 0;
    if (bytes[end] === dot) {
      let digits = 0;
      const first = ++end;
      for (let digit; (digit = (bytes[end] as number) - 48) >= 0 && digit <= 9; end++) {
        digits = digits * 10 + digit;
      }
      if (end - first > 9) return -1;
      below = digits * (powersOfTen[9 - (end - first)] as number);
    }
    if (bytes[end] !== zulu) return -1;
    const ns = below % 1e6;
    if (ns === 0 && !builder.hasNs) builder.t[row] = ms + below / 1e6;
    else builder.set(row, ms + (below - ns) / 1e6, ns);
    return end + 1;
  }
  #isSameDate(bytes: Uint8Array, p: number): boolean {
    const date = this.#date;
    for (let i = 9; i >= 0; i--) if (bytes[p + i] !== date[i]) return false;
    return true;
  }
  #readDate(bytes: Uint8Array, p: number): void {
    this.#date.set(bytes.subarray(p, p + 10));
    this.#dateMs = Date.parse(String.fromCharCode(...this.#date));
  }
}
