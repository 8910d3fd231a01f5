import { AnyColumn } from './anyColumn';
import type { ResultReader, StatementError } from './annotatedCsv';
import type { ConstantColumn, ResultTable } from './columns';
import { TimeBuilder } from './columnBuilders';
import type { EpochUnit } from './epochTime';
import type { DocumentHead, SeriesHead } from './influxqlHead';
import { findRows, parseHead } from './influxqlHead';
import { InfluxqlRows, UnreadableAnswer } from './influxqlRows';
import { Slabs } from './slabs';

const lf = 10;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads the JSON of InfluxQL as its bytes come in: one document, or one a line (`chunked=true`). */
export class InfluxqlReader implements ResultReader {
  #work = new Uint8Array(1 << 17);
  #filled = 0;
  #scanned = 0;
  #inRows = false;
  /** The text at hand begins behind the rows of a series. */
  #continues = false;
  #statement = 0;
  #series: SeriesHead | null = null;
  #closedRows = 0;
  #rows: InfluxqlRows;
  #slabs = new Slabs();
  #tables: ResultTable[] = [];
  #errors: StatementError[] = [];
  #notices: string[] = [];
  #isPartial = false;

  constructor(unit: EpochUnit = 'ns') {
    this.#rows = new InfluxqlRows(unit);
  }

  get rows(): number {
    return this.#closedRows + (this.#series ? this.#rows.rows : 0);
  }

  feed(chunk: Uint8Array): void {
    const needed = this.#filled + chunk.length;
    if (needed > this.#work.length) {
      const bigger = new Uint8Array(Math.max(needed, this.#work.length * 2));
      bigger.set(this.#work.subarray(0, this.#filled));
      this.#work = bigger;
    }
    this.#work.set(chunk, this.#filled);
    this.#filled = needed;
    this.#consume();
  }

  snapshot(): ResultTable[] {
    return this.#series ? [...this.#tables, this.#table(new Slabs())] : [...this.#tables];
  }

  end() {
    if (this.#inRows) throw new UnreadableAnswer('the answer ended within a row');
    const rest = utf8.decode(this.#work.subarray(0, this.#filled));
    if (rest.trim() !== '') this.#takeHead(rest, false);
    if (this.#series) this.#isPartial = true;
    this.#closeSeries();
    if (this.#isPartial) this.#notices.push('The server sent only a part of the rows.');
    return { tables: this.#tables, errors: this.#errors, notices: this.#notices };
  }

  #consume(): void {
    const bytes = this.#work;
    const limit = this.#filled;
    let p = 0;
    for (;;) {
      if (this.#inRows) {
        p = this.#rows.read(bytes, p, limit);
        if (p >= limit || bytes[p] !== 93) break;
        this.#inRows = false;
        this.#continues = true;
        this.#scanned = 0;
      }
      const next = this.#head(bytes, p, limit);
      if (next < 0) break;
      p = next;
    }
    if (p > 0) bytes.copyWithin(0, p, limit);
    this.#filled = limit - p;
  }

  /** Takes the text up to the next rows or the end of the document; -1 when neither is there yet. */
  #head(bytes: Uint8Array, start: number, limit: number): number {
    const from = start + Math.max(0, this.#scanned - 16);
    const rows = findRows(bytes, from, limit);
    const line = bytes.subarray(from, rows < 0 ? limit : rows).indexOf(lf) + from;
    const hasLine = line >= from;
    if (rows >= 0 && !hasLine) {
      this.#takeHead(utf8.decode(bytes.subarray(start, rows)), true);
      this.#inRows = true;
      this.#scanned = 0;
      return rows;
    }
    if (hasLine) {
      const text = utf8.decode(bytes.subarray(start, line));
      if (text.trim() !== '') this.#takeHead(text, false);
      this.#continues = false;
      this.#scanned = 0;
      return line + 1;
    }
    this.#scanned = limit - start;
    return -1;
  }

  #takeHead(text: string, opensRows: boolean): void {
    const continues = this.#continues;
    const head = this.#parse(text, opensRows);
    if (head.error !== undefined) this.#errors.push({ message: head.error });
    const results = head.results ?? [];
    results.forEach((result, i) => {
      if (i > 0 || !continues) this.#statement = result.statement_id ?? 0;
      this.#isPartial = result.partial === true;
      for (const { text: notice } of result.messages ?? []) this.#notices.push(notice);
      if (result.error !== undefined) {
        this.#errors.push({ message: result.error, statement: this.#statement });
      }
      (result.series ?? []).forEach((series, k) => {
        const hasEnded = continues && i === 0 && k === 0;
        const isLast = i === results.length - 1 && k === (result.series?.length ?? 0) - 1;
        if (hasEnded) this.#endSeries(series.partial === true);
        else if (isLast && opensRows) this.#openSeries(series);
        else this.#emptySeries(series);
      });
    });
  }

  #parse(text: string, opensRows: boolean): DocumentHead {
    try {
      return parseHead(text, this.#continues, opensRows);
    } catch {
      // 1.x prints what it cannot encode (an infinity) as plain text into the answer
      if (/^json: /.test(text)) return { error: text.trim() };
      throw new UnreadableAnswer(`the answer is not JSON: ${text.slice(0, 200)}`);
    }
  }

  #endSeries(isPartial: boolean): void {
    if (!isPartial) this.#closeSeries();
  }

  #openSeries(series: SeriesHead): void {
    if (this.#series) {
      if (sameSeries(this.#series, series)) return;
      this.#closeSeries();
    }
    this.#series = series;
    this.#rows.begin(
      (series.columns ?? []).map(
        (name, i) => new AnyColumn(i === 0 && name === 'time' ? new TimeBuilder() : undefined),
      ),
    );
  }

  /** Columns without rows: `SHOW RETENTION POLICIES` of a database that does not exist. */
  #emptySeries(series: SeriesHead): void {
    this.#openSeries(series);
    this.#closeSeries();
  }

  #closeSeries(): void {
    if (!this.#series) return;
    const table = this.#table(this.#slabs);
    this.#tables.push(table);
    this.#closedRows += table.length;
    this.#series = null;
  }

  #table(slabs: Slabs): ResultTable {
    const series = this.#series ?? {};
    const { rows, columns } = this.#rows;
    const tags = Object.entries(series.tags ?? {}).map(([name, text]): ConstantColumn => ({
      kind: 'constant',
      type: 'string',
      name,
      text,
    }));
    const values = columns.map((column, i) =>
      column.freeze(series.columns?.[i] ?? '', rows, slabs),
    );
    return {
      result: series.name ?? '',
      id: this.#statement,
      columns: [...tags, ...values],
      length: rows,
    };
  }
}

function sameSeries(a: SeriesHead, b: SeriesHead): boolean {
  return (
    a.name === b.name &&
    JSON.stringify(a.tags) === JSON.stringify(b.tags) &&
    JSON.stringify(a.columns) === JSON.stringify(b.columns)
  );
}
