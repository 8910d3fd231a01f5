/** Data types as InfluxDB names them; `number` is what JSON answers of InfluxQL leave open (integer or float). */
export type DataType =
  'double' | 'long' | 'unsignedLong' | 'number' | 'boolean' | 'string' | 'time' | 'unknown';

/** `t` is epoch ms with its fraction (a double: exact to 0.25 µs); `ns` the nanoseconds within the millisecond. */
export interface TimeColumn {
  kind: 'time';
  type: 'time';
  name: string;
  /** NaN where there is no value. */
  t: Float64Array;
  /** Only when a time has digits below the millisecond. */
  ns?: Int32Array;
}

export interface NumberColumn {
  kind: 'number';
  type: 'double' | 'long' | 'unsignedLong' | 'number';
  name: string;
  /** NaN where there is no value. */
  v: Float64Array;
  /** 1 where there is no value; only when there are such rows. */
  nulls?: Uint8Array;
  /** Digits of the integers that a double cannot hold, by row. */
  exact?: Map<number, string>;
}

export interface BooleanColumn {
  kind: 'boolean';
  type: 'boolean';
  name: string;
  /** 0, 1, or 2 where there is no value. */
  v: Uint8Array;
}

export interface StringColumn {
  kind: 'string';
  type: 'string';
  name: string;
  /** Index into the dictionary, -1 where there is no value. */
  codes: Int32Array;
  /** A text may stand in it twice. */
  dictionary: string[];
}

/** The same value in every row: the group key of a Flux table, the tags of an InfluxQL series. */
export interface ConstantColumn {
  kind: 'constant';
  type: DataType;
  name: string;
  text: string | null;
}

export type Column = TimeColumn | NumberColumn | BooleanColumn | StringColumn | ConstantColumn;

/** One Flux table or InfluxQL series. */
export interface ResultTable {
  /** Name of the yield, or of the measurement for InfluxQL. */
  result: string;
  /** Number of the table within its result, or of the statement for InfluxQL. */
  id: number;
  columns: Column[];
  length: number;
}

/** The buffers behind the columns, each once. */
export function buffersOf(tables: readonly ResultTable[]): ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  const add = (view?: Float64Array | Int32Array | Uint8Array) => {
    if (view?.buffer instanceof ArrayBuffer) buffers.add(view.buffer);
  };
  for (const { columns } of tables) {
    for (const column of columns) {
      if (column.kind === 'time') {
        add(column.t);
        add(column.ns);
      } else if (column.kind === 'number') {
        add(column.v);
        add(column.nulls);
      } else if (column.kind === 'boolean') add(column.v);
      else if (column.kind === 'string') add(column.codes);
    }
  }
  return [...buffers];
}
