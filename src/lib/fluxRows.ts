import { powersOfTen, readNumber } from './byteNumbers';
import type { NumberBuilder, TimeBuilder } from './columnBuilders';
import type { CsvRecord } from './csvRecord';
import type { FluxTable } from './fluxTable';

const lf = 10;
const cr = 13;
const comma = 44;
const dot = 46;
const zulu = 90;

/**
 * The fast path: rows of a table whose varying columns are all numbers and times. All rows of one table share
 * the group key, so once the table number is the same, the bytes of tags, `_start` and `_stop` are stepped over by
 * their length in the row that was learned. Whatever does not fit is left to the general path, unread.
 */
export class FluxRows {
  #table: FluxTable | null = null;
  #head = new Uint8Array();
  /** Bytes between the varying cells: before each of them, and behind the last. */
  #gaps: number[] = [];
  #builders: (TimeBuilder | NumberBuilder)[] = [];
  #date = new Uint8Array(10);
  #dateMs = Number.NaN;

  forget(): void {
    this.#table = null;
  }

  /** Learns the layout from a row that the general path has just read. */
  learn(table: FluxTable, record: CsvRecord, bytes: Uint8Array): void {
    this.#table = null;
    const { variables, tableCell } = table;
    if (tableCell < 0 || variables.length === 0 || (variables[0]?.cell ?? 0) < tableCell) return;
    const builders: (TimeBuilder | NumberBuilder)[] = [];
    const gaps: number[] = [];
    const start = record.starts[0] as number;
    let behind = (record.ends[tableCell] as number) + 1;
    this.#head = bytes.slice(start, behind);
    for (const { cell, builder } of variables) {
      if (builder.kind === 'string' || builder.kind === 'boolean' || cell >= record.cells) return;
      builders.push(builder);
      gaps.push((record.starts[cell] as number) - behind);
      behind = record.ends[cell] as number;
    }
    gaps.push((record.ends[record.cells - 1] as number) - behind);
    this.#builders = builders;
    this.#gaps = gaps;
    this.#table = table;
  }

  /** Reads rows from `p` on; answers the place of the first row that it leaves to the general path. */
  read(bytes: Uint8Array, start: number, limit: number): number {
    const table = this.#table;
    if (table === null) return start;
    const columns = this.#builders.length;
    const tail = this.#gaps[columns] as number;
    let row = start;
    while (row < limit && this.#isSameTable(bytes, row)) {
      table.makeRoom();
      let p = row + this.#head.length;
      for (let i = 0; i < columns; i++) {
        p = this.#cell(bytes, p + (this.#gaps[i] as number), i, table.rows);
        if (p < 0) return row;
      }
      p += tail;
      if (bytes[p] === cr) p++;
      if (bytes[p] !== lf || p >= limit) return row;
      table.rows++;
      row = p + 1;
    }
    return row;
  }

  #isSameTable(bytes: Uint8Array, p: number): boolean {
    const head = this.#head;
    for (let i = 0; i < head.length; i++) if (bytes[p + i] !== head[i]) return false;
    return true;
  }

  #cell(bytes: Uint8Array, p: number, column: number, row: number): number {
    const builder = this.#builders[column] as TimeBuilder | NumberBuilder;
    if (builder.kind === 'time') return this.#time(bytes, p, builder, row);
    const isDouble = builder.type === 'double';
    const end = readNumber(bytes, p, builder.v, row, isDouble);
    const next = bytes[end];
    return next === comma || next === cr || next === lf ? end : -1;
  }

  /** `2006-01-02T15:04:05(.fraction)?Z`; the date is mostly that of the row before. */
  #time(bytes: Uint8Array, p: number, builder: TimeBuilder, row: number): number {
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
