export type Cell = number | bigint | string | boolean | null;

export type TagSet = readonly (readonly [string, string])[];

/** One series of an answer, by column; `times` (epoch nanoseconds) is its first column where it has one. */
export interface ResultSeries {
  /** '' = not shown. */
  name: string;
  tags: TagSet;
  columns: readonly string[];
  times: readonly bigint[] | null;
  cells: readonly (readonly Cell[])[];
  length: number;
  timeZone?: string;
  partial?: boolean;
}

/** One answer of one statement; unchunked answers join those of the same statement. */
export interface Result {
  statementID: number;
  series: ResultSeries[];
  error?: string;
  partial?: boolean;
}

/** A run-time error: it becomes the `error` of its statement. */
export class StatementError extends Error {}

/** A table without time from rows. */
export function tableOf(
  name: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): ResultSeries {
  const cells = columns.map((_, column) => rows.map((row) => row[column] ?? null));
  return { name, tags: [], columns, times: null, cells, length: rows.length };
}

export function slice(series: ResultSeries, start: number, stop: number): ResultSeries {
  return {
    ...series,
    times: series.times && series.times.slice(start, stop),
    cells: series.cells.map((column) => column.slice(start, stop)),
    length: Math.max(0, Math.min(stop, series.length) - start),
  };
}

/** `LIMIT`, where 0 means none, and `OFFSET` over any list. */
export function limited<T>(
  items: readonly T[],
  { limit, offset }: { limit: number; offset: number },
): readonly T[] {
  return items.slice(offset, limit === 0 ? undefined : offset + limit);
}
