import type { ColumnBuilder } from './columnBuilders';
import type { CsvRecord } from './csvRecord';
import type { FluxTable } from './fluxTable';
import { isEmptyAt, readBooleanCell, readNumberCell, readTextCell, TimeCells } from './rowCells';

const lf = 10;
const cr = 13;

/**
 * The fast path. All rows of one table share the group key, so once the table number is the same, the bytes of tags, `_start` and `_stop` are stepped over by
 * their length in the row that was learned. Whatever does not fit is left to the general path, unread.
 */
export class FluxRows {
  #table: FluxTable | null = null;
  #head = new Uint8Array();
  /** Bytes between the varying cells: before each of them, and behind the last. */
  #gaps: number[] = [];
  #builders: ColumnBuilder[] = [];
  #times = new TimeCells();

  forget(): void {
    this.#table = null;
  }

  /** Learns the layout from a row that the general path has just read. */
  learn(table: FluxTable, record: CsvRecord, bytes: Uint8Array): void {
    this.#table = null;
    const { variables, tableCell } = table;
    if (tableCell < 0 || variables.length === 0 || (variables[0]?.cell ?? 0) < tableCell) return;
    if (variables.some(({ fallback }) => fallback !== '')) return;
    const builders: ColumnBuilder[] = [];
    const gaps: number[] = [];
    const start = record.starts[0] as number;
    let behind = (record.ends[tableCell] as number) + 1;
    this.#head = bytes.slice(start, behind);
    for (const { cell, builder } of variables) {
      if (cell >= record.cells) return;
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
        p = this.#cell(bytes, p + (this.#gaps[i] as number), i, table.rows, limit);
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

  #cell(bytes: Uint8Array, p: number, column: number, row: number, limit: number): number {
    if (p + 1 >= limit) return -1;
    const builder = this.#builders[column] as ColumnBuilder;
    if (builder.kind === 'string') return readTextCell(bytes, p, limit, builder, row);
    if (isEmptyAt(bytes, p)) {
      builder.setNull(row);
      return p;
    }
    if (builder.kind === 'time') return this.#times.read(bytes, p, builder, row);
    return builder.kind === 'number'
      ? readNumberCell(bytes, p, builder, row)
      : readBooleanCell(bytes, p, builder, row);
  }
}
