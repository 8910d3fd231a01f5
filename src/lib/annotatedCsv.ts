import type { ResultTable } from './columns';
import { CsvRecord } from './csvRecord';
import { FluxRows } from './fluxRows';
import type { Annotations } from './fluxTable';
import { FluxTable } from './fluxTable';
import { Slabs } from './slabs';

/** An error that the server reports inside a 200, after rows may already have come. */
export interface StatementError {
  message: string;
  /** InfluxQL: number of the statement. */
  statement?: number;
}

/** What both readers, for Flux and for InfluxQL, offer to the one who feeds them. */
export interface ResultReader {
  readonly rows: number;
  feed(chunk: Uint8Array): void;
  /** Tables so far, the open one copied. */
  snapshot(): ResultTable[];
  end(): { tables: ResultTable[]; errors: StatementError[]; notices: string[] };
}

/** Reads the annotated CSV of Flux as its bytes come in. */
export class AnnotatedCsvReader implements ResultReader {
  rows = 0;
  #work = new Uint8Array(1 << 17);
  #filled = 0;
  #record = new CsvRecord();
  #fast = new FluxRows();
  #slabs = new Slabs();
  #tables: ResultTable[] = [];
  #errors: StatementError[] = [];
  #annotations: Annotations = {};
  #expectsHeader = true;
  #table: FluxTable | null = null;
  #errorCell = -1;

  feed(chunk: Uint8Array): void {
    const needed = this.#filled + chunk.length;
    if (needed > this.#work.length) {
      const bigger = new Uint8Array(Math.max(needed, this.#work.length * 2));
      bigger.set(this.#work.subarray(0, this.#filled));
      this.#work = bigger;
    }
    this.#work.set(chunk, this.#filled);
    this.#filled = needed;
    this.#consume(false);
  }

  snapshot(): ResultTable[] {
    if (!this.#table?.isOpen) return [...this.#tables];
    return [...this.#tables, this.#table.snapshot(new Slabs())];
  }

  end() {
    this.#consume(true);
    this.#leaveTable();
    return { tables: this.#tables, errors: this.#errors, notices: [] };
  }

  #consume(atEnd: boolean): void {
    const bytes = this.#work;
    const limit = this.#filled;
    let p = 0;
    while (p < limit) {
      const before = this.#table?.rows ?? 0;
      p = this.#fast.read(bytes, p, limit);
      this.rows += (this.#table?.rows ?? 0) - before;
      if (p >= limit || !this.#record.read(bytes, p, limit, atEnd)) break;
      this.#take(bytes);
      p = this.#record.next;
    }
    if (p > 0) bytes.copyWithin(0, p, limit);
    this.#filled = limit - p;
  }

  #take(bytes: Uint8Array): void {
    const record = this.#record;
    if (record.isBlank()) {
      this.#leaveTable();
      this.#annotations = {};
      this.#expectsHeader = true;
      return;
    }
    const first = record.text(0);
    if (first.startsWith('#')) this.#annotate(first);
    else if (this.#expectsHeader) this.#readHeader();
    else this.#readRow(bytes);
  }

  #cells(): string[] {
    return Array.from({ length: this.#record.cells }, (_, cell) => this.#record.text(cell));
  }

  #annotate(name: string): void {
    if (!this.#expectsHeader) {
      this.#leaveTable();
      this.#annotations = {};
      this.#expectsHeader = true;
    }
    if (name === '#datatype') this.#annotations.datatype = this.#cells();
    else if (name === '#group') this.#annotations.group = this.#cells();
    else if (name === '#default') this.#annotations.default = this.#cells();
  }

  #readHeader(): void {
    const names = this.#cells();
    this.#expectsHeader = false;
    const named = names.filter((name, cell) => cell > 0 || name !== '');
    const isError = named.length === 2 && named[0] === 'error' && named[1] === 'reference';
    this.#errorCell = isError ? names.indexOf('error') : -1;
    this.#table = isError ? null : new FluxTable(names, this.#annotations);
  }

  #readRow(bytes: Uint8Array): void {
    const record = this.#record;
    if (this.#errorCell >= 0) {
      this.#errors.push({ message: record.text(this.#errorCell) });
      return;
    }
    const table = this.#table;
    if (table === null) return;
    const isNew = !table.continues(record);
    if (isNew) {
      this.#closeTable(table);
      table.open(record);
    }
    table.append(record, bytes);
    this.rows++;
    if (isNew) this.#fast.learn(table, record, bytes);
  }

  #closeTable(table: FluxTable): void {
    this.#fast.forget();
    const closed = table.close(this.#slabs);
    if (closed) this.#tables.push(closed);
  }
  #leaveTable(): void {
    if (this.#table === null) return;
    this.#closeTable(this.#table);
    const empty = this.#table.emptyTable(this.#slabs);
    if (empty) this.#tables.push(empty);
    this.#table = null;
  }
}
