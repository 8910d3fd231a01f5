import type { AnyColumn } from './anyColumn';
import { asciiText, digitsAt, readNumber } from './byteNumbers';
import type { ColumnBuilder, TimeBuilder } from './columnBuilders';
import type { EpochUnit } from './epochTime';
import { parseEpoch, parseRfc3339 } from './epochTime';

const quote = 34;
const comma = 44;
const openRow = 91;
const backslash = 92;
const closeRow = 93;

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** The row, or a cell of it, does not end before the limit. */
const incomplete = -1;

export class UnreadableAnswer extends Error {
  override name = 'UnreadableAnswer';
}

/** Reads the rows of one series, `[time,value,…],…`, into columns. */
export class InfluxqlRows {
  rows = 0;
  columns: AnyColumn[] = [];
  readonly unit: EpochUnit;
  #capacity = 0;

  constructor(unit: EpochUnit) {
    this.unit = unit;
  }

  begin(columns: AnyColumn[]): void {
    this.columns = columns;
    this.rows = 0;
    this.#capacity = 0;
  }

  /** Reads whole rows; answers the place of the first byte not read: a row that is cut, or the `]` behind the last. */
  read(bytes: Uint8Array, start: number, limit: number): number {
    let p = start;
    while (p < limit) {
      if (bytes[p] === comma) p++;
      if (p >= limit || bytes[p] === closeRow) return p;
      if (bytes[p] !== openRow) throw new UnreadableAnswer('a row of the answer is no JSON array');
      const next = this.#row(bytes, p + 1, limit);
      if (next === incomplete) return p;
      this.rows++;
      p = next;
    }
    return p;
  }

  #row(bytes: Uint8Array, start: number, limit: number): number {
    if (this.rows >= this.#capacity) this.#grow();
    let p = start;
    for (const column of this.columns) {
      p = this.#cell(bytes, p, limit, column);
      if (p === incomplete || p >= limit) return incomplete;
      if (bytes[p] === comma) p++;
    }
    return bytes[p] === closeRow && p < limit ? p + 1 : incomplete;
  }

  #grow(): void {
    for (const { builder } of this.columns) {
      if (builder.capacity <= this.rows) builder.grow(builder.capacity * 4);
    }
    this.#capacity = Math.min(...this.columns.map(({ builder }) => builder.capacity));
  }

  #cell(bytes: Uint8Array, p: number, limit: number, column: AnyColumn): number {
    const { builder } = column;
    const first = bytes[p] as number;
    if (builder.kind === 'time') return this.#time(bytes, p, limit, builder);
    if (first === quote) return this.#string(bytes, p, limit, column);
    if (first > 90) return this.#word(bytes, p, limit, column);
    if (builder.kind === 'number') {
      const end = readNumber(bytes, p, builder.v, this.rows, false);
      if (end >= 0) {
        if (end < limit) column.as('number', this.rows);
        return end;
      }
    }
    return this.#number(bytes, p, limit, column);
  }

  /** Numbers with an exponent, integers beyond 2^53, numbers in a column of text. */
  #number(bytes: Uint8Array, p: number, limit: number, column: AnyColumn): number {
    const end = valueEnd(bytes, p, limit);
    if (end === incomplete) return incomplete;
    const text = asciiText(bytes, p, end);
    const builder = column.as('number', this.rows);
    const value = Number(text);
    if (Number.isNaN(value)) throw new UnreadableAnswer(`not a JSON value: ${text}`);
    if (builder.kind === 'string') builder.set(this.rows, text);
    else if (builder.kind === 'number') {
      const isInteger = /^-?\d+$/.test(text);
      if (isInteger && !Number.isSafeInteger(value)) builder.setExact(this.rows, text);
      else builder.set(this.rows, value);
    }
    return end;
  }

  #word(bytes: Uint8Array, p: number, limit: number, column: AnyColumn): number {
    const end = valueEnd(bytes, p, limit);
    if (end === incomplete) return incomplete;
    const word = asciiText(bytes, p, end);
    if (word === 'null') column.builder.setNull(this.rows);
    else if (word === 'true' || word === 'false') {
      setWord(column.as('boolean', this.rows), this.rows, word);
    } else throw new UnreadableAnswer(`not a JSON value: ${word}`);
    return end;
  }

  #string(bytes: Uint8Array, p: number, limit: number, column: AnyColumn): number {
    const end = stringEnd(bytes, p, limit);
    if (end === incomplete) return incomplete;
    const builder = column.as('string', this.rows);
    if (builder.kind === 'string') builder.set(this.rows, stringText(bytes, p, end));
    return end;
  }

  #time(bytes: Uint8Array, p: number, limit: number, builder: TimeBuilder): number {
    if (bytes[p] === quote) {
      const end = stringEnd(bytes, p, limit);
      const instant =
        end === incomplete ? undefined : parseRfc3339(asciiText(bytes, p + 1, end - 1));
      if (instant) builder.set(this.rows, instant.ms, instant.ns);
      else if (end !== incomplete) builder.setNull(this.rows);
      return end;
    }
    const end = valueEnd(bytes, p, limit);
    if (end === incomplete) return incomplete;
    this.#epoch(bytes, p, end, builder);
    return end;
  }

  #epoch(bytes: Uint8Array, p: number, end: number, builder: TimeBuilder): void {
    if (this.unit === 'ms') {
      if (readNumber(bytes, p, builder.t, this.rows, true) !== end) builder.setNull(this.rows);
      return;
    }
    if (this.unit === 'ns' && end - p > 6 && end - p <= 21 && bytes[p] !== 45) {
      const ns = digitsAt(bytes, end - 6, end);
      const ms = digitsAt(bytes, p, end - 6);
      if (ns === 0 && !builder.hasNs) builder.t[this.rows] = ms;
      else builder.set(this.rows, ms, ns);
      return;
    }
    const text = asciiText(bytes, p, end);
    if (!/^-?\d+$/.test(text)) {
      builder.setNull(this.rows);
      return;
    }
    const { ms, ns } = parseEpoch(text, this.unit);
    builder.set(this.rows, ms, ns);
  }
}

function setWord(builder: ColumnBuilder, row: number, word: 'true' | 'false'): void {
  if (builder.kind === 'boolean') builder.set(row, word === 'true');
  else if (builder.kind === 'string') builder.set(row, word);
}

/** Place behind a number or a word. */
function valueEnd(bytes: Uint8Array, start: number, limit: number): number {
  for (let p = start; p < limit; p++) if (bytes[p] === comma || bytes[p] === closeRow) return p;
  return incomplete;
}

/** Place behind the closing quote. */
function stringEnd(bytes: Uint8Array, start: number, limit: number): number {
  for (let p = start + 1; p < limit; p++) {
    if (bytes[p] === backslash) p++;
    else if (bytes[p] === quote) return p + 1;
  }
  return incomplete;
}

function stringText(bytes: Uint8Array, start: number, end: number): string {
  const escape = bytes.indexOf(backslash, start);
  if (escape >= 0 && escape < end) {
    return JSON.parse(utf8.decode(bytes.subarray(start, end))) as string;
  }
  return utf8.decode(bytes.subarray(start + 1, end - 1));
}
