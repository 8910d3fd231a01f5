import type { Call, Field, Fill, Reference } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import type { CallScope } from './evaluateCall';
import { evaluateCall } from './evaluateCall';
import { compileExpr, walk } from './expression';
import type { Point } from './points';
import type { Cell } from './results';

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
  values: readonly Cell[];
  aux: readonly Cell[];
}

function earlier(time: bigint | undefined, point: Point): bigint {
  return time === undefined || point.time < time ? point.time : time;
}

/** Puts the outcomes of several functions beside each other by time. */
function* rowsOf(outcomes: readonly (readonly Point[])[], missing: Cell): Generator<CallRow> {
  const next = outcomes.map(() => 0);
  for (;;) {
    const heads = outcomes.flatMap((points, i) => points[next[i] ?? 0] ?? []);
    const time = heads.reduce<bigint | undefined>(earlier, undefined);
    if (time === undefined) return;
    let aux: readonly Cell[] = [];
    const values = outcomes.map((points, i) => {
      const at = next[i] ?? 0;
      const point = points[at];
      if (point?.time !== time) return missing;
      next[i] = at + 1;
      aux = point.aux ?? aux;
      return point.value;
    });
    yield { time, values, aux };
  }
}

function missingValue(fill: Fill): Cell {
  return fill.mode === 'number' ? fill.value : null;
}

/** The rows of one group in time order, by column. */
export function callRows(
  fields: readonly Field[],
  columns: CallColumns,
  scope: CallScope,
): { times: bigint[]; cells: Cell[][] } {
  const { calls, references } = columns;
  const slots = [...calls, ...references].map(formatExpr);
  const evaluators = fields.map(({ expr }) =>
    compileExpr(expr, (part) => slots.indexOf(formatExpr(part))),
  );
  const outcomes = calls.map((call) => evaluateCall(call, scope));
  const times: bigint[] = [];
  const cells: Cell[][] = fields.map(() => []);
  for (const { time, values, aux } of rowsOf(outcomes, missingValue(scope.fill))) {
    times.push(time);
    evaluators.forEach((evaluate, i) => {
      cells[i]?.push(
        evaluate((slot) =>
          slot < calls.length ? (values[slot] ?? null) : (aux[slot - calls.length] ?? null),
        ),
      );
    });
  }
  return { times, cells };
}
