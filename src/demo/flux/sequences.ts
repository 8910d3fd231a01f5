import { cellAt, columnOf } from './column';
import type { Cell, Column } from './column';
import { fail } from './fluxError';
import type { Transform } from './stream';
import { columnNamed, sliceRows } from './table';
import type { Table } from './table';

/** Replaces named columns by what `change` makes of each, after the first `skipped` rows are gone. */
function changed(
  labels: readonly string[],
  skipped: number,
  change: (column: Column, table: Table) => Column,
): Transform {
  return function* (tables) {
    for (const table of tables) {
      for (const label of labels) {
        const column = columnNamed(table, label);
        if (!column) fail(`column "${label}" does not exist`);
        if (column.type !== 'float' && column.type !== 'int' && column.type !== 'uint') {
          fail(`unsupported column type ${column.type}`);
        }
      }
      const columns = table.columns.map((column) =>
        labels.includes(column.label) ? change(column, table) : column,
      );
      const start = Math.min(skipped, table.length);
      yield sliceRows({ ...table, columns }, start, table.length);
    }
  };
}

function subtract(a: Cell, b: Cell): number | bigint | null {
  if (a === null || b === null) return null;
  if (typeof a === 'bigint' && typeof b === 'bigint') return a - b;
  return Number(a) - Number(b);
}

/** The last value before a row. */
function previousOf(column: Column, row: number): Cell {
  for (let at = row - 1; at >= 0; at--) {
    const cell = cellAt(column, at);
    if (cell !== null) return cell;
  }
  return null;
}

export function difference(
  labels: readonly string[],
  { nonNegative, keepFirst }: { nonNegative: boolean; keepFirst: boolean },
): Transform {
  return changed(labels, keepFirst ? 0 : 1, (column, table) => {
    const cells = Array.from({ length: table.length }, (_, row) => {
      const cell = subtract(cellAt(column, row), previousOf(column, row));
      return nonNegative && cell !== null && cell < 0 ? null : cell;
    });
    return columnOf(column.label, column.type === 'uint' ? 'int' : column.type, cells);
  });
}

/** Per `unit` nanoseconds, by the times of the rows. */
export function derivative(
  labels: readonly string[],
  { unit, nonNegative, timeColumn }: { unit: bigint; nonNegative: boolean; timeColumn: string },
): Transform {
  return changed(labels, 1, (column, table) => {
    const times = timesOf(table, timeColumn);
    const cells = Array.from({ length: table.length }, (_, row): Cell => {
      const change = subtract(cellAt(column, row), previousOf(column, row));
      if (change === null || row === 0) return null;
      const elapsed = Number(times(row) - times(row - 1)) / Number(unit);
      return nonNegative && change < 0 ? null : Number(change) / elapsed;
    });
    return columnOf(column.label, 'float', cells);
  });
}

function timesOf(table: Table, label: string): (row: number) => bigint {
  const time = columnNamed(table, label);
  if (time?.type !== 'time') return fail(`column "${label}" does not exist`);
  return (row) => time.values[time.constant ? 0 : row] ?? 0n;
}

export function cumulativeSum(labels: readonly string[]): Transform {
  return changed(labels, 0, (column, table) => {
    let floats = 0;
    let integers = 0n;
    const cells = Array.from({ length: table.length }, (_, row): Cell => {
      const cell = cellAt(column, row);
      if (cell === null) return null;
      if (typeof cell === 'bigint') return (integers += cell);
      return (floats += Number(cell));
    });
    return columnOf(column.label, column.type, cells);
  });
}

/** A table with fewer rows gives the mean of those. */
export function movingAverage(n: number): Transform {
  return function* (tables) {
    for (const table of tables) {
      const column = columnNamed(table, '_value');
      if (!column) return fail('column "_value" does not exist');
      const means = runningMeans(column, table.length, n);
      const next = columnOf('_value', 'float', means);
      const columns = table.columns.map((each) => (each === column ? next : each));
      const start = Math.max(Math.min(n, table.length) - 1, 0);
      yield sliceRows({ ...table, columns }, start, table.length);
    }
  };
}

function runningMeans(column: Column, length: number, n: number): Cell[] {
  let sum = 0;
  return Array.from({ length }, (_, row): Cell => {
    sum += Number(cellAt(column, row));
    if (row >= n) sum -= Number(cellAt(column, row - n));
    return sum / Math.min(row + 1, n);
  });
}

export function elapsed(unit: bigint, timeColumn: string, label: string): Transform {
  return function* (tables) {
    for (const table of tables) {
      const times = timesOf(table, timeColumn);
      const cells = Array.from({ length: table.length }, (_, row) =>
        row === 0 ? 0n : (times(row) - times(row - 1)) / unit,
      );
      const columns = [...table.columns, columnOf(label, 'int', cells)];
      yield sliceRows({ ...table, columns }, Math.min(1, table.length), table.length);
    }
  };
}
