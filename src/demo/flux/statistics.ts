import { cellAt, columnOf } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import type { Transform } from './stream';
import { columnNamed, inKey, keyColumns } from './table';
import type { Table } from './table';
import type { ColumnType } from './values';

/** An aggregate that only the tables' side has: of the numbers of a column one. */
export interface Statistic {
  /** Whole numbers stay whole. */
  keepsType: boolean;
  compute: (values: readonly number[]) => number | null;
}

/** A table of one row: the group key and the statistic. */
export function statisticOf(label: string, { keepsType, compute }: Statistic): Transform {
  return function* (tables) {
    for (const table of tables) {
      const column = numbersColumn(table, label);
      const type: ColumnType = keepsType ? column.type : 'float';
      const value = compute(numbersOf(column, table.length));
      const cell: Cell = value === null || type === 'float' ? value : BigInt(Math.trunc(value));
      yield {
        key: table.key,
        columns: [...keyColumns(table.key), columnOf(label, type, [cell])],
        length: 1,
      };
    }
  };
}

export function numbersColumn(table: Table, label: string): Column {
  const column = columnNamed(table, label);
  if (!column) return fail(`column "${label}" does not exist`);
  if (inKey(table.key, label)) fail('cannot aggregate columns that are part of the group key');
  if (column.type !== 'float' && column.type !== 'int' && column.type !== 'uint') {
    fail(`unsupported aggregate column type ${column.type}`);
  }
  return column;
}

function numbersOf(column: Column, length: number): number[] {
  const values: number[] = [];
  for (let row = 0; row < length; row++) {
    const cell = cellAt(column, row);
    if (cell !== null) values.push(Number(cell));
  }
  return values;
}

export const spread: Statistic = {
  keepsType: true,
  compute(values) {
    if (values.length === 0) return null;
    let low = Infinity;
    let high = -Infinity;
    for (const value of values) {
      if (value < low) low = value;
      if (value > high) high = value;
    }
    return high - low;
  },
};

/** Welford's, as the server computes it. */
export function stddev(isSample: boolean): Statistic {
  return {
    keepsType: false,
    compute(values) {
      let n = 0;
      let mean = 0;
      let squares = 0;
      for (const value of values) {
        n += 1;
        const delta = value - mean;
        mean += delta / n;
        squares += delta * (value - mean);
      }
      if (n < 2) return isSample || n === 0 ? Number.NaN : 0;
      return Math.sqrt(squares / (isSample ? n - 1 : n));
    },
  };
}

function interpolated(sorted: readonly number[], position: number): number {
  const at = Math.min(Math.max(position, 0), sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.ceil(at)] ?? low;
  return at === below ? low : low + (high - low) * (at - below);
}

export type QuantileMethod = 'estimate_tdigest' | 'exact_mean' | 'exact_selector';

/** The digest of fewer values than it has room for is exact: every value is a centroid of its own. */
export function quantile(q: number, method: Exclude<QuantileMethod, 'exact_selector'>): Statistic {
  return {
    keepsType: false,
    compute(values) {
      if (values.length === 0) return null;
      const sorted = [...values].sort((a, b) => a - b);
      const { length } = sorted;
      return interpolated(sorted, method === 'exact_mean' ? q * (length - 1) : q * length - 0.5);
    },
  };
}
