import type { ColumnBuilder } from './columnBuilders';
import { BooleanBuilder, NumberBuilder, StringBuilder, TimeBuilder } from './columnBuilders';
import type { Column, DataType, ResultTable } from './columns';
import type { CsvRecord } from './csvRecord';
import { readNumber } from './byteNumbers';
import { parseRfc3339 } from './epochTime';
import type { Slabs } from './slabs';

/** The three annotation rows in force, cell by cell. */
export interface Annotations {
  datatype?: string[];
  group?: string[];
  default?: string[];
}

/** A column whose value differs from row to row. */
export interface VariableColumn {
  name: string;
  cell: number;
  /** What an empty cell stands for. */
  fallback: string;
  builder: ColumnBuilder;
}

interface KeyColumn {
  name: string;
  cell: number;
  type: DataType;
  fallback: string;
  raw: Uint8Array;
  text: string;
}

function dataTypeOf(annotation: string | undefined): DataType {
  if (annotation?.startsWith('dateTime')) return 'time';
  switch (annotation) {
    case 'double':
    case 'long':
    case 'unsignedLong':
    case 'boolean':
    case 'string':
      return annotation;
    default:
      return 'unknown';
  }
}

function builderFor(type: DataType): ColumnBuilder {
  switch (type) {
    case 'time':
      return new TimeBuilder();
    case 'double':
    case 'long':
    case 'unsignedLong':
      return new NumberBuilder(type);
    case 'boolean':
      return new BooleanBuilder();
    default:
      return new StringBuilder();
  }
}

/** The columns under one header of an annotated CSV; holds the rows of one table at a time. */
export class FluxTable {
  readonly variables: VariableColumn[] = [];
  readonly resultCell: number;
  readonly tableCell: number;
  readonly capacity = { rows: 0 };
  rows = 0;
  isOpen = false;
  #keys: KeyColumn[] = [];
  #defaults: string[];
  #result = '';
  #id = '';
  #rawResult: Uint8Array = new Uint8Array();
  #rawId: Uint8Array = new Uint8Array();
  #emitted = 0;

  constructor(names: readonly string[], annotations: Annotations) {
    this.resultCell = names.indexOf('result');
    this.tableCell = names.indexOf('table');
    this.#defaults = annotations.default ?? [];
    const grouped = this.tableCell >= 0 && annotations.group !== undefined;
    names.forEach((name, cell) => {
      const isAnnotationColumn = cell === 0 && name === '';
      if (isAnnotationColumn || cell === this.resultCell || cell === this.tableCell) return;
      const type = dataTypeOf(annotations.datatype?.[cell]);
      const fallback = this.#defaults[cell] ?? '';
      if (grouped && annotations.group?.[cell] === 'true') {
        this.#keys.push({ name, cell, type, fallback, raw: new Uint8Array(), text: fallback });
      } else this.variables.push({ name, cell, fallback, builder: builderFor(type) });
    });
  }

  /** Whether the row belongs to the table that is open. */
  continues(record: CsvRecord): boolean {
    return (
      this.isOpen &&
      (this.tableCell < 0 || record.equals(this.tableCell, this.#rawId)) &&
      (this.resultCell < 0 || record.equals(this.resultCell, this.#rawResult)) &&
      this.#keys.every((key) => record.equals(key.cell, key.raw))
    );
  }

  open(record: CsvRecord): void {
    this.isOpen = true;
    this.#id = this.#text(record, this.tableCell);
    this.#result = this.#text(record, this.resultCell);
    if (this.tableCell >= 0) this.#rawId = record.raw(this.tableCell);
    if (this.resultCell >= 0) this.#rawResult = record.raw(this.resultCell);
    for (const key of this.#keys) {
      key.raw = record.raw(key.cell);
      key.text = record.isEmpty(key.cell) ? key.fallback : record.text(key.cell);
    }
  }

  /** Makes room for one more row. */
  makeRoom(): void {
    if (this.rows < this.capacity.rows) return;
    for (const { builder } of this.variables) {
      if (builder.capacity <= this.rows) builder.grow(builder.capacity * 4);
    }
    this.capacity.rows = Math.min(
      ...this.variables.map(({ builder }) => builder.capacity),
      Number.MAX_SAFE_INTEGER,
    );
  }

  append(record: CsvRecord, bytes: Uint8Array): void {
    this.makeRoom();
    const row = this.rows;
    for (const { cell, fallback, builder } of this.variables) {
      if (!record.isEmpty(cell)) setCell(builder, row, record, cell, bytes);
      else if (fallback !== '') setText(builder, row, fallback);
      else if (builder.kind === 'string' && cell < record.cells) builder.set(row, '');
      else builder.setNull(row);
    }
    this.rows++;
  }

  /** A copy of the open table as it stands. */
  snapshot(slabs: Slabs): ResultTable {
    const keys: Column[] = this.#keys.map(({ name, type, text }) => ({
      kind: 'constant',
      type,
      name,
      text: text === '' && type !== 'string' ? null : text,
    }));
    const cellOf = new Map<Column, number>();
    keys.forEach((column, i) => cellOf.set(column, this.#keys[i]?.cell ?? 0));
    const columns = [
      ...keys,
      ...this.variables.map(({ name, cell, builder }) => {
        const column = builder.freeze(name, this.rows, slabs);
        cellOf.set(column, cell);
        return column;
      }),
    ];
    columns.sort((a, b) => (cellOf.get(a) ?? 0) - (cellOf.get(b) ?? 0));
    return { result: this.#result, id: Number(this.#id || 0), columns, length: this.rows };
  }

  close(slabs: Slabs): ResultTable | null {
    if (!this.isOpen) return null;
    const table = this.snapshot(slabs);
    for (const { builder } of this.variables) builder.reset();
    this.rows = 0;
    this.isOpen = false;
    this.#emitted++;
    return table;
  }

  /** A table without rows exists only as its header: the group key stands in `#default`. */
  emptyTable(slabs: Slabs): ResultTable | null {
    const id = this.#defaults[this.tableCell] ?? '';
    if (this.#emitted > 0 || this.isOpen || id === '') return null;
    this.#id = id;
    this.#result = this.#defaults[this.resultCell] ?? '';
    return this.snapshot(slabs);
  }

  #text(record: CsvRecord, cell: number): string {
    if (cell < 0) return '';
    return record.isEmpty(cell) ? (this.#defaults[cell] ?? '') : record.text(cell);
  }
}

function setCell(
  builder: ColumnBuilder,
  row: number,
  record: CsvRecord,
  cell: number,
  bytes: Uint8Array,
): void {
  if (builder.kind === 'number') {
    const end = record.ends[cell] as number;
    const isDouble = builder.type === 'double';
    if (readNumber(bytes, record.starts[cell] as number, builder.v, row, isDouble) === end) return;
  }
  setText(builder, row, record.text(cell));
}

const numberWords: Record<string, number> = {
  NaN: Number.NaN,
  '+Inf': Number.POSITIVE_INFINITY,
  Inf: Number.POSITIVE_INFINITY,
  '-Inf': Number.NEGATIVE_INFINITY,
};

function setText(builder: ColumnBuilder, row: number, text: string): void {
  switch (builder.kind) {
    case 'string':
      builder.set(row, text);
      return;
    case 'boolean':
      builder.set(row, text === 'true');
      return;
    case 'time': {
      const instant = parseRfc3339(text);
      if (instant) builder.set(row, instant.ms, instant.ns);
      else builder.setNull(row);
      return;
    }
    case 'number': {
      const value = numberWords[text] ?? Number(text);
      if (builder.type === 'double' || Number.isSafeInteger(value)) builder.set(row, value);
      else builder.setExact(row, text);
    }
  }
}
