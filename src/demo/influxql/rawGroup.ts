import type { Field, Reference } from '@/lib/influxqlAst';
import { compareBytes } from '@/lib/byteOrder';
import { compileExpr, walk } from './expression';
import type { Filter } from './filter';
import { isField } from './filter';
import type { Cell } from './results';
import { joinByTime } from './rows';
import type { Rows, SlotSource } from './rows';
import type { Schema, SourceSeries } from './sources';
import { cast } from './sources';

/** Rows of one series in the asked order, by column. */
interface Run {
  times: bigint[];
  cells: Cell[][];
}

export interface RawQuery {
  fields: readonly Field[];
  schema: Schema;
  filter: Filter;
  ascending: boolean;
  /** No more rows than these are needed from any series. */
  most: number;
}

interface Compiled {
  fieldRefs: Reference[];
  tagRefs: Reference[];
}

/** Variables of the columns: fields first, since they decide which rows there are. */
function referencesOf({ fields, schema }: RawQuery): Compiled {
  const fieldRefs: Reference[] = [];
  const tagRefs: Reference[] = [];
  for (const { expr } of fields) {
    walk(expr, (reference) => {
      if (reference.kind !== 'reference') return;
      (isField(reference, schema) ? fieldRefs : tagRefs).push(reference);
    });
  }
  return { fieldRefs, tagRefs };
}

/** `v::integer` is cast. */
function fieldSlot(series: SourceSeries, { name, type }: Reference): SlotSource {
  const column = series.fields.get(name);
  const casts = type !== undefined && type !== 'field' && type !== 'tag';
  return (column && casts ? cast(column, type) : column) ?? { constant: null };
}

function slotsOf(series: SourceSeries, { fieldRefs, tagRefs }: Compiled): SlotSource[] {
  return [
    ...fieldRefs.map((reference) => fieldSlot(series, reference)),
    ...tagRefs.map(({ name, type }) => {
      return { constant: type === 'field' ? null : (series.tags.get(name) ?? null) };
    }),
  ];
}

function runOf(
  query: RawQuery,
  compiled: Compiled,
  columns: readonly ((rows: Rows) => Cell)[],
  series: SourceSeries,
): Run | null {
  const { filter, ascending, most } = query;
  const { fieldRefs, tagRefs } = compiled;
  const rows = joinByTime(
    [...slotsOf(series, compiled), ...filter.slots(series)],
    fieldRefs.length,
  );
  if (!rows) return null;
  const accepts = filter.acceptsRow?.(fieldRefs.length + tagRefs.length);
  const run: Run = { times: [], cells: columns.map(() => []) };
  const count = rows.times.length;
  for (let i = 0; i < count && run.times.length < most; i++) {
    rows.row = ascending ? i : count - 1 - i;
    if (accepts && accepts(rows.get) !== true) continue;
    run.times.push(rows.times[rows.row] ?? 0n);
    columns.forEach((column, at) => run.cells[at]?.push(column(rows)));
  }
  return run.times.length > 0 ? run : null;
}

function comesFirst(a: Cell | undefined, b: Cell | undefined): number {
  if (typeof a !== 'string' || typeof b !== 'string' || a === b) return 0;
  return a < b ? -1 : 1;
}

/** At the same time the server orders rows by their strings, in the order of the names of the columns. */
function mergeTwo(a: Run, b: Run, tieColumns: readonly number[], ascending: boolean): Run {
  const order = (i: number, j: number): number => {
    const x = a.times[i] ?? 0n;
    const y = b.times[j] ?? 0n;
    if (x !== y) return x < y ? -1 : 1;
    for (const column of tieColumns) {
      const tie = comesFirst(a.cells[column]?.[i], b.cells[column]?.[j]);
      if (tie !== 0) return tie;
    }
    return 0;
  };
  const merged: Run = { times: [], cells: a.cells.map(() => []) };
  const width = merged.cells.length;
  const take = (from: Run, index: number): void => {
    merged.times.push(from.times[index] ?? 0n);
    for (let column = 0; column < width; column++) {
      merged.cells[column]?.push(from.cells[column]?.[index] ?? null);
    }
  };
  let i = 0;
  let j = 0;
  while (i < a.times.length && j < b.times.length) {
    const compared = ascending ? order(i, j) : -order(i, j);
    if (compared <= 0) take(a, i++);
    else take(b, j++);
  }
  while (i < a.times.length) take(a, i++);
  while (j < b.times.length) take(b, j++);
  return merged;
}

function concatenated(a: Run, b: Run): Run {
  return {
    times: a.times.concat(b.times),
    cells: a.cells.map((cells, column) => cells.concat(b.cells[column] ?? [])),
  };
}

function mergeAll(runs: readonly Run[], merge: (a: Run, b: Run) => Run): Run | undefined {
  let left = [...runs];
  while (left.length > 1) {
    const next: Run[] = [];
    for (let i = 0; i < left.length; i += 2) {
      const [a, b] = [left[i], left[i + 1]];
      if (a) next.push(b ? merge(a, b) : a);
    }
    left = next;
  }
  return left[0];
}

/** Columns that may hold strings, by name. */
function tieColumnsOf({ fields, schema }: RawQuery): number[] {
  return fields
    .flatMap(({ expr }, column) => {
      if (expr.kind !== 'reference') return [];
      const hasStrings = !isField(expr, schema) || schema.fields.get(expr.name) === 'string';
      return hasStrings ? [{ name: expr.name, column }] : [];
    })
    .sort((a, b) => compareBytes(a.name, b.name))
    .map(({ column }) => column);
}

/** The rows of several series, each joined by time, merged into one. */
export function rawRows(query: RawQuery, group: readonly SourceSeries[]): Run | undefined {
  const compiled = referencesOf(query);
  if (compiled.fieldRefs.length === 0) return undefined;
  const refs = [...compiled.fieldRefs, ...compiled.tagRefs];
  const columns = query.fields.map(({ expr }) => {
    const evaluate = compileExpr(expr, (ref) =>
      ref.kind === 'reference' ? refs.indexOf(ref) : -1,
    );
    return (rows: Rows) => evaluate(rows.get);
  });
  const runs = group
    .map((series) => runOf(query, compiled, columns, series))
    .filter((run) => run !== null);
  if (group[0]?.keepsOrder) return mergeAll(runs, concatenated);
  const ties = group[0]?.isTable ? [] : tieColumnsOf(query);
  return mergeAll(runs, (a, b) => mergeTwo(a, b, ties, query.ascending));
}
