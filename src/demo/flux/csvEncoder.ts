import { isNull } from './column';
import type { Column } from './column';
import { FluxError } from './fluxError';
import { formatFloat } from './numbers';
import { inKey } from './table';
import type { KeyColumn, Table } from './table';
import { formatTime, timeTexts } from './time';
import type { ColumnType } from './values';

export type Annotation = 'datatype' | 'group' | 'default';

export interface Dialect {
  header: boolean;
  delimiter: string;
  annotations: readonly Annotation[];
}

/** What one `yield` gives. */
export interface Result {
  name: string;
  tables: AsyncIterable<Table> | Iterable<Table>;
}

const DATATYPES: Readonly<Record<ColumnType, string>> = {
  bool: 'boolean',
  int: 'long',
  uint: 'unsignedLong',
  float: 'double',
  string: 'string',
  time: 'dateTime:RFC3339',
};

/** A chunk is handed on whenever it has this many rows. */
const ROWS_PER_CHUNK = 2_000;

/** Annotated CSV, a text chunk at a time. What fails before the first chunk is thrown, later it becomes an error table. */
export async function* encodeCsv(
  results: Iterable<Result>,
  dialect: Dialect,
): AsyncGenerator<string> {
  let wrote = false;
  try {
    for (const result of results) {
      for await (const chunk of encodeResult(result, dialect)) {
        wrote = true;
        yield chunk;
      }
    }
  } catch (error) {
    if (!wrote || !(error instanceof FluxError)) throw error;
    yield `\r\n${errorTable(error.message, dialect)}`;
  }
}

/** What stands for a failure in an answer whose status was sent before. */
export function errorTable(message: string, { annotations, delimiter }: Dialect): string {
  const rows = annotations.map((annotation) => {
    if (annotation === 'datatype') return ['#datatype', 'string', 'string'];
    if (annotation === 'group') return ['#group', 'true', 'true'];
    return ['#default', '', ''];
  });
  rows.push(['', 'error', 'reference'], ['', message, '']);
  return rows.map((row) => `${line(row, delimiter)}\r\n`).join('');
}

async function* encodeResult({ name, tables }: Result, dialect: Dialect): AsyncGenerator<string> {
  let last: Table | null = null;
  let index = 0;
  for await (const table of tables) {
    let text = '';
    if (last === null || last.length === 0 || table.length === 0 || schemaChanged(last, table)) {
      if (last !== null) text += '\r\n';
      text += schema(table, name, index, dialect);
    }
    yield* rows(table, name, index, text, dialect);
    if (table.failure) throw table.failure;
    last = table;
    index += 1;
  }
  yield '\r\n';
}

function schemaChanged(a: Table, b: Table): boolean {
  return (
    a.columns.length !== b.columns.length ||
    a.columns.some((column, index) => {
      const other = b.columns[index];
      return (
        column.label !== other?.label ||
        column.type !== other.type ||
        inKey(a.key, column.label) !== inKey(b.key, column.label)
      );
    })
  );
}

function schema(table: Table, name: string, index: number, dialect: Dialect): string {
  const { columns, key } = table;
  const empty = table.length === 0;
  const lines = dialect.annotations.map((annotation) => {
    switch (annotation) {
      case 'datatype':
        return ['#datatype', 'string', 'long', ...columns.map(({ type }) => DATATYPES[type])];
      case 'group':
        return [
          '#group',
          'false',
          'false',
          ...columns.map(({ label }) => String(inKey(key, label))),
        ];
      case 'default':
        return [
          '#default',
          name,
          empty ? String(index) : '',
          ...columns.map(({ label }) => {
            const fixed = empty ? key.find((column) => column.label === label) : undefined;
            return fixed ? keyCellText(fixed) : '';
          }),
        ];
    }
  });
  if (dialect.header) lines.push(['', 'result', 'table', ...columns.map(({ label }) => label)]);
  return lines.map((cells) => `${line(cells, dialect.delimiter)}\r\n`).join('');
}

function keyCellText({ type, value }: KeyColumn): string {
  if (value === null) return '';
  if (type === 'time' && typeof value === 'bigint') return formatTime(value);
  return typeof value === 'number' ? formatFloat(value) : String(value);
}

function* rows(
  table: Table,
  name: string,
  index: number,
  head: string,
  dialect: Dialect,
): Generator<string> {
  const { delimiter } = dialect;
  const result = dialect.annotations.includes('default') ? '' : quote(name, delimiter);
  const segments = segmentsOf(table, `${delimiter}${result}${delimiter}${index}`, delimiter);
  let text = head;
  for (let row = 0; row < table.length; row++) {
    for (const segment of segments) text += typeof segment === 'string' ? segment : segment(row);
    text += '\r\n';
    if (row % ROWS_PER_CHUNK === ROWS_PER_CHUNK - 1) {
      yield text;
      text = '';
    }
  }
  if (text !== '') yield text;
}

type Segment = string | ((row: number) => string);

/** A row in pieces: neighbouring columns that never change are one text. */
function segmentsOf(table: Table, start: string, delimiter: string): Segment[] {
  const segments: Segment[] = [];
  let fixed = start;
  for (const column of table.columns) {
    const text = cellText(column, delimiter);
    if (column.constant) {
      fixed += delimiter + text(0);
    } else {
      segments.push(fixed + delimiter, text);
      fixed = '';
    }
  }
  if (fixed !== '') segments.push(fixed);
  return segments;
}

function cellText(column: Column, delimiter: string): (row: number) => string {
  const text = presentText(column, delimiter);
  if (!column.valid) return text;
  return (row) => (isNull(column, row) ? '' : text(row));
}

function presentText(column: Column, delimiter: string): (row: number) => string {
  switch (column.type) {
    case 'float': {
      const { values } = column;
      return (row) => formatFloat(values[row] ?? 0);
    }
    case 'time': {
      return timeTexts(column.values);
    }
    case 'bool': {
      const { values } = column;
      return (row) => (values[row] === 1 ? 'true' : 'false');
    }
    case 'string': {
      const { values } = column;
      return (row) => quote(values[row] ?? '', delimiter);
    }
    case 'int':
    case 'uint': {
      const { values } = column;
      return (row) => String(values[row] ?? 0n);
    }
  }
}

function line(cells: readonly string[], delimiter: string): string {
  return cells.map((cell) => quote(cell, delimiter)).join(delimiter);
}

const SPECIAL = /["\r\n]|^[\s\u0085]/;

function quote(text: string, delimiter: string): string {
  if (!SPECIAL.test(text) && !text.includes(delimiter) && text !== '\\.') return text;
  const escaped = text.replaceAll('"', '""').replaceAll('\r', '').replaceAll('\n', '\r\n');
  return `"${escaped}"`;
}
