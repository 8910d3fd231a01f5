import type { ColumnType, FluxValue } from './values';

/** One cell without its type; null is no value. */
export type Cell = number | bigint | string | boolean | null;

export type Cells =
  | { type: 'float'; values: Float64Array }
  | { type: 'int' | 'time'; values: BigInt64Array }
  | { type: 'uint'; values: BigUint64Array }
  | { type: 'bool'; values: Uint8Array }
  | { type: 'string'; values: readonly string[] };

export type Column = Cells & {
  label: string;
  /** All rows have the one value there is. */
  constant?: true;
  /** 0 where a row has no value; absent when every row has one. */
  valid?: Uint8Array;
};

/** Allocates the cells of a column, filled by `cell(i)`. */
function fill(type: ColumnType, n: number, cell: (i: number) => Cell): Cells {
  switch (type) {
    case 'float':
      return { type, values: Float64Array.from({ length: n }, (_, i) => Number(cell(i) ?? 0)) };
    case 'int':
    case 'time':
      return {
        type,
        values: BigInt64Array.from({ length: n }, (_, i) => BigInt(cell(i) ?? 0)),
      };
    case 'uint':
      return {
        type,
        values: BigUint64Array.from({ length: n }, (_, i) => BigInt(cell(i) ?? 0)),
      };
    case 'bool':
      return { type, values: Uint8Array.from({ length: n }, (_, i) => (cell(i) ? 1 : 0)) };
    case 'string':
      return { type, values: Array.from({ length: n }, (_, i) => String(cell(i) ?? '')) };
  }
}

export function columnOf(label: string, type: ColumnType, cells: readonly Cell[]): Column {
  const column: Column = { ...fill(type, cells.length, (i) => cells[i] ?? null), label };
  if (cells.includes(null))
    column.valid = Uint8Array.from(cells, (cell) => (cell === null ? 0 : 1));
  return column;
}

export function constantColumn(label: string, type: ColumnType, cell: Cell): Column {
  return { ...columnOf(label, type, [cell]), constant: true };
}

export function isNull(column: Column, row: number): boolean {
  return column.valid !== undefined && column.valid[column.constant ? 0 : row] === 0;
}

export function cellAt(column: Column, row: number): Cell {
  if (isNull(column, row)) return null;
  const value = column.values[column.constant ? 0 : row] ?? null;
  return column.type === 'bool' ? value === 1 : value;
}

export function valueOf(type: ColumnType, cell: Cell): FluxValue {
  if (cell === null) return { type: 'null', of: type };
  return { type, value: cell } as FluxValue;
}

export function valueAt(column: Column, row: number): FluxValue {
  return valueOf(column.type, cellAt(column, row));
}

/** The cell of a value that a column may hold. */
export function cellOf(value: FluxValue): Cell {
  return 'value' in value ? (value.value as Cell) : null;
}

/** The rows at `indices`, in that order; -1 gives null. */
export function gather(column: Column, indices: ArrayLike<number>): Column {
  if (column.constant) return column;
  const n = indices.length;
  const { label } = column;
  const valid = gatherValid(column, indices);
  const rest = valid ? { label, valid } : { label };
  const at = (i: number): number => indices[i] ?? -1;
  switch (column.type) {
    case 'float': {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[i] = column.values[at(i)] ?? 0;
      return { type: 'float', values, ...rest };
    }
    case 'int':
    case 'time': {
      const values = new BigInt64Array(n);
      for (let i = 0; i < n; i++) values[i] = column.values[at(i)] ?? 0n;
      return { type: column.type, values, ...rest };
    }
    case 'uint': {
      const values = new BigUint64Array(n);
      for (let i = 0; i < n; i++) values[i] = column.values[at(i)] ?? 0n;
      return { type: 'uint', values, ...rest };
    }
    case 'bool': {
      const values = new Uint8Array(n);
      for (let i = 0; i < n; i++) values[i] = column.values[at(i)] ?? 0;
      return { type: 'bool', values, ...rest };
    }
    case 'string': {
      const values = Array.from({ length: n }, (_, i) => column.values[at(i)] ?? '');
      return { type: 'string', values, ...rest };
    }
  }
}

function gatherValid(column: Column, indices: ArrayLike<number>): Uint8Array | undefined {
  const { valid } = column;
  let nulls = valid !== undefined;
  for (let i = 0; i < indices.length && !nulls; i++) nulls = indices[i] === -1;
  if (!nulls) return undefined;
  return Uint8Array.from(indices, (index) => (index === -1 ? 0 : (valid?.[index] ?? 1)));
}

/** Rows from `start` to before `stop`, without copying where the array allows it. */
export function slice(column: Column, start: number, stop: number): Column {
  if (column.constant) return column;
  const cells =
    column.type === 'string'
      ? { type: column.type, values: column.values.slice(start, stop) }
      : ({ type: column.type, values: column.values.subarray(start, stop) } as Cells);
  const { label, valid } = column;
  return valid ? { ...cells, label, valid: valid.subarray(start, stop) } : { ...cells, label };
}

/** Collects the cells of a column whose type may come with its first value. */
export class ColumnBuilder {
  readonly label: string;
  type: ColumnType | undefined;
  private readonly cells: Cell[] = [];

  constructor(label: string, type?: ColumnType) {
    this.label = label;
    this.type = type;
  }

  get length(): number {
    return this.cells.length;
  }

  push(cell: Cell): void {
    this.cells.push(cell);
  }

  /** Rows that had no such column. */
  padTo(length: number): void {
    while (this.cells.length < length) this.cells.push(null);
  }

  /** Null where no value ever told the type. */
  build(): Column | null {
    return this.type === undefined ? null : columnOf(this.label, this.type, this.cells);
  }
}
