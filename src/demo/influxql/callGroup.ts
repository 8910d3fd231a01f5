import type { Call, Field, Fill, Limits, Reference } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import type { CallScope } from './evaluateCall';
import { evaluateCall } from './evaluateCall';
import { compileExpr, walk } from './expression';
import type { Point } from './points';
import { typeOf } from './checkTypes';
import { numberFill } from './fill';
import type { Cell } from './results';
import { limited } from './results';
import type { Schema } from './sources';
import type { FieldType } from '@/demo/storage/storage';

/** The functions and other variables in the columns of a query, each once. */
export interface CallColumns {
  calls: Call[];
  references: Reference[];
}

export function callColumns(fields: readonly Field[]): CallColumns {
  const calls = new Map<string, Call>();
  const references = new Map<string, Reference>();
  for (const { expr } of fields) {
    walk(expr, (part) => {
      if (part.kind === 'call') calls.set(formatExpr(part), part);
      else references.set(formatExpr(part), part);
    });
  }
  return { calls: [...calls.values()], references: [...references.values()] };
}

const selectors = new Set(['min', 'max', 'first', 'last', 'percentile', 'top', 'bottom']);

/** Whether rows keep the time of a selected point. */
export function isSelectorQuery({ calls }: CallColumns): boolean {
  const [call] = calls;
  return calls.length === 1 && call !== undefined && selectors.has(call.name);
}

interface CallRow {
  time: bigint;
  /** Undefined where a function has nothing at this time. */
  values: readonly (Cell | undefined)[];
  aux: readonly Cell[];
}

function earlier(time: bigint | undefined, point: Point): bigint {
  return time === undefined || point.time < time ? point.time : time;
}

function later(time: bigint | undefined, point: Point): bigint {
  return time === undefined || point.time > time ? point.time : time;
}

/** Puts the outcomes of several functions beside each other by time. */
function* rowsOf(outcomes: readonly (readonly Point[])[], descending: boolean): Generator<CallRow> {
  const nextTime = descending ? later : earlier;
  const next = outcomes.map(() => 0);
  for (;;) {
    const heads = outcomes.flatMap((points, i) => points[next[i] ?? 0] ?? []);
    const time = heads.reduce<bigint | undefined>(nextTime, undefined);
    if (time === undefined) return;
    let aux: readonly Cell[] = [];
    const values = outcomes.map((points, i) => {
      const at = next[i] ?? 0;
      const point = points[at];
      if (point?.time !== time) return undefined;
      next[i] = at + 1;
      aux = point.aux ?? aux;
      return point.value;
    });
    yield { time, values, aux };
  }
}

const samples: Readonly<Record<FieldType, Cell>> = {
  float: 0,
  integer: 0n,
  unsigned: 0n,
  string: '',
  boolean: false,
};

/** What stands in a column that has nothing at a time: the number of `fill`, or with `previous` what stood there last. */
function completer(
  fill: Fill,
  types: readonly Cell[],
): (row: readonly (Cell | undefined)[]) => Cell[] {
  let last: Cell[] = types.map(() => null);
  const missing = (slot: number): Cell => {
    if (fill.mode === 'previous') return last[slot] ?? null;
    if (fill.mode !== 'number') return null;
    const type = types[slot] ?? null;
    // The number stands in columns of strings and booleans, too.
    return typeof type === 'string' || typeof type === 'boolean'
      ? fill.value
      : numberFill(fill.value, type);
  };
  return (row) => {
    last = row.map((cell, slot) => cell ?? missing(slot));
    return last;
  };
}

export type GroupScope = Omit<CallScope, 'endsEarly'>;

interface CallSetting {
  limits: Limits;
  schema: Schema;
  /** Functions that have no more points in any group. */
  ended: Set<Call>;
}

/** The rows of one group in the asked order, by column. LIMIT counts the rows of each function. */
export function callRows(
  fields: readonly Field[],
  columns: CallColumns,
  scope: GroupScope,
  { limits, schema, ended }: CallSetting,
): { times: bigint[]; cells: Cell[][] } {
  const { calls, references } = columns;
  const slots = [...calls, ...references].map(formatExpr);
  const evaluators = fields.map(({ expr }) =>
    compileExpr(expr, (part) => slots.indexOf(formatExpr(part))),
  );
  const outcomes = calls.map((call) => {
    if (ended.has(call)) return [];
    const endsEarly = (): void => void ended.add(call);
    return limited(evaluateCall(call, { ...scope, endsEarly }), limits);
  });
  const complete = completer(scope.fill, [
    ...calls.map((call) => samples[typeOf(call, schema) ?? 'string']),
    ...references.map(({ name }) => samples[schema.fields.get(name) ?? 'string']),
  ]);
  const times: bigint[] = [];
  const cells: Cell[][] = fields.map(() => []);
  for (const { time, values, aux } of rowsOf(outcomes, scope.descending)) {
    times.push(time);
    const row = complete([...values, ...references.map((_, i) => aux[i])]);
    evaluators.forEach((evaluate, i) => {
      cells[i]?.push(evaluate((slot) => row[slot] ?? null));
    });
  }
  return { times, cells };
}
