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

function cellsOf(type: ColumnType, cells: readonly Cell[]): Cells {
  const n = cells.length;
  switch (type) {
    case 'float': {
      const values = new Float64Array(n);
      for (let i = 0; i < n; i++) values[i] = Number(cells[i] ?? 0);
      return { type, values };
    }
    case 'int':
    case 'time': {
      const values = new BigInt64Array(n);
      for (let i = 0; i < n; i++) values[i] = BigInt(cells[i] ?? 0n);
      return { type, values };
    }
    case 'uint': {
      const values = new BigUint64Array(n);
      for (let i = 0; i < n; i++) values[i] = BigInt(cells[i] ?? 0n);
      return { type, values };
    }
    case 'bool':
      return { type, values: Uint8Array.from(cells, (cell) => (cell ? 1 : 0)) };
    case 'string':
      return { type, values: cells.map((cell) => String(cell ?? '')) };
  }
}

export function columnOf(label: string, type: ColumnType, cells: readonly Cell[]): Column {
  const column: Column = { ...cellsOf(type, cells), label };
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
  switch (column.type) {
    case 'float':
      return { type: 'float', values: pick(new Float64Array(n), column.values, indices), ...rest };
    case 'int':
    case 'time': {
      const { type, values } = column;
      return { type, values: pick(new BigInt64Array(n), values, indices), ...rest };
    }
    case 'uint':
      return { type: 'uint', values: pick(new BigUint64Array(n), column.values, indices), ...rest };
    case 'bool':
      return { type: 'bool', values: pick(new Uint8Array(n), column.values, indices), ...rest };
    case 'string': {
      const values = Array.from(indices, (index) => column.values[index] ?? '');
      return { type: 'string', values, ...rest };
    }
  }
}

/** Cells without a row keep the zero they have. */
function pick<T, A extends { [index: number]: T }>(
  out: A,
  values: ArrayLike<T>,
  indices: ArrayLike<number>,
): A {
  for (let i = 0; i < indices.length; i++) {
    const value = values[indices[i] ?? -1];
    if (value !== undefined) out[i] = value;
  }
  return out;
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
