import type { Expr, Field, Fill, Select } from '@/lib/influxqlAst';
import { hasCalls } from '@/lib/influxqlFormatExpr';
import { checkFields } from './checkFields';
import type { TimeRange } from './condition';
import { checkCondition, intersection, isTime, splitCondition } from './condition';
import type { Clock } from './constants';
import { StatementError } from './results';
import { looksLikeTime, parseTimeLiteral } from './timeLiteral';
import type { Interval } from './windows';

/** A checked SELECT: what does not depend on what is stored. */
export interface Plan {
  select: Select;
  clock: Clock;
  /** Without the column `time`. */
  fields: Field[];
  timeName: string;
  range: TimeRange;
  condition?: Expr;
  interval: Interval | null;
  inheritsInterval: boolean;
  dimensions: Expr[];
  fill: Fill;
  ascending: boolean;
  subqueries: Map<Select, Plan>;
}

function fail(message: string): never {
  throw new StatementError(message);
}

function sinceWindow(ns: bigint, every: bigint): bigint {
  return every === 0n ? 0n : ((ns % every) + every) % every;
}

function offsetOf(expr: Expr | undefined, every: bigint, clock: Clock): bigint {
  switch (expr?.kind) {
    case undefined:
      return 0n;
    case 'duration':
      return every === 0n ? 0n : expr.ns % every;
    case 'call':
      if (expr.name !== 'now') fail('time dimension offset function must be now()');
      if (expr.args.length > 0) fail('time dimension offset now() function requires no arguments');
      return sinceWindow(clock.now, every);
    case 'string':
      if (!looksLikeTime(expr.value)) fail('time dimension offset must be duration or now()');
      return sinceWindow(parseTimeLiteral(expr.value, clock.timeZone), every);
    default:
      return fail('time dimension offset must be duration or now()');
  }
}

function intervalOf(expr: Expr & { kind: 'call' }, clock: Clock): Interval {
  if (expr.name !== 'time') fail('only time() calls allowed in dimensions');
  const [every, offset] = expr.args;
  if (!every || expr.args.length > 2) fail('time dimension expected 1 or 2 arguments');
  if (every.kind !== 'duration') fail('time dimension must have duration argument');
  return { every: every.ns, offset: offsetOf(offset, every.ns, clock) };
}

function readDimensions(
  dimensions: readonly Expr[],
  clock: Clock,
): { interval: Interval | null; dimensions: Expr[] } {
  let interval: Interval | null = null;
  const others: Expr[] = [];
  for (const dimension of dimensions) {
    const expr = dimension.kind === 'parens' ? dimension.expr : dimension;
    if (expr.kind === 'call') {
      const found = intervalOf(expr, clock);
      if (interval && interval.every !== 0n) fail('multiple time dimensions not allowed');
      interval = found;
    } else if (isTime(expr)) {
      fail('time() is a function and expects at least one argument');
    } else if (expr.kind === 'reference' || expr.kind === 'wildcard' || expr.kind === 'regex') {
      others.push(expr);
    } else {
      fail('only time and tag dimensions allowed');
    }
  }
  return { interval: interval?.every === 0n ? null : interval, dimensions: others };
}

/** `DISTINCT v` is another way to write `distinct(v)`. */
function withoutDistinct(expr: Expr): Expr {
  switch (expr.kind) {
    case 'distinct':
      return { kind: 'call', name: 'distinct', args: [{ kind: 'reference', name: expr.name }] };
    case 'call':
      return { ...expr, args: expr.args.map(withoutDistinct) };
    case 'binary':
      return { ...expr, left: withoutDistinct(expr.left), right: withoutDistinct(expr.right) };
    case 'parens':
      return { ...expr, expr: withoutDistinct(expr.expr) };
    default:
      return expr;
  }
}

/** Columns apart from `time`, which is always there and may be renamed. */
function withoutTime(select: Select): { fields: Field[]; timeName: string } {
  const isTimeField = ({ expr }: Field): boolean =>
    expr.kind === 'reference' && expr.name === 'time';
  const alias = select.fields.filter(isTimeField).findLast((field) => field.alias !== '')?.alias;
  const fields = select.fields
    .filter((field) => !isTimeField(field))
    .map((field) => ({ ...field, expr: withoutDistinct(field.expr) }));
  return { fields, timeName: alias ?? 'time' };
}

function isAscending(select: Select): boolean {
  return select.sort[0]?.ascending ?? true;
}

function preprocess(select: Select, now: bigint): Omit<Plan, 'subqueries'> {
  const clock: Clock = { now, timeZone: select.timeZone };
  const { range, rest } = splitCondition(select.condition, clock);
  checkCondition(rest);
  const read = readDimensions(select.dimensions, clock);
  const isOpen = range.max === undefined && read.interval !== null;
  return {
    select,
    clock,
    ...withoutTime(select),
    range: isOpen ? { ...range, max: now } : range,
    ...(rest ? { condition: rest } : {}),
    ...read,
    inheritsInterval: false,
    fill: select.fill,
    ascending: isAscending(select),
  };
}

/** A subquery lives within the times of the outer query and takes over its windows if it has none. */
function planSubquery(select: Select, outer: Omit<Plan, 'subqueries'>): Plan {
  const inner = preprocess(select, outer.clock.now);
  if (select.sort.length > 0 && inner.ascending !== outer.ascending) {
    fail('subqueries must be ordered in the same direction as the query itself');
  }
  const inherits = inner.interval === null && outer.interval !== null;
  const interval = inner.interval ?? outer.interval;
  const isFilled = inner.interval !== null || select.fields.some(({ expr }) => hasCalls(expr));
  const noFill = interval !== null && isFilled && inner.fill.mode === 'null';
  return finish({
    ...inner,
    ascending: outer.ascending,
    range: intersection(inner.range, outer.range),
    interval,
    inheritsInterval: inherits,
    fill: noFill ? { mode: 'none' } : inner.fill,
  });
}

function finish(plan: Omit<Plan, 'subqueries'>): Plan {
  checkFields(plan.fields, {
    hasInterval: plan.interval !== null,
    inheritsInterval: plan.inheritsInterval,
    limit: plan.select.limit,
    fill: plan.fill,
  });
  const subqueries = new Map<Select, Plan>();
  for (const source of plan.select.sources) {
    if (source.kind === 'subquery') {
      subqueries.set(source.select, planSubquery(source.select, plan));
    }
  }
  return { ...plan, subqueries };
}

/** Throws StatementError for what the server refuses before it looks at data. */
export function planSelect(select: Select, now: bigint): Plan {
  return finish(preprocess(select, now));
}
