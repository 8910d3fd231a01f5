import type { Binary, Expr } from '@/lib/influxqlAst';
import type { BinaryOperator } from '@/lib/influxqlTokens';
import type { Clock } from './constants';
import { constantOf } from './constants';
import { isMathFunction } from './mathFunctions';
import { StatementError } from './results';
import { looksLikeTime, parseTimeLiteral } from './timeLiteral';
import { formatExpr } from '@/lib/influxqlFormatExpr';

/** Both ends belong to it; undefined = open. */
export interface TimeRange {
  min?: bigint;
  max?: bigint;
}

/** A WHERE clause, its times apart from the rest. */
export interface Condition {
  range: TimeRange;
  rest?: Expr;
}

/** How the server's messages name the kinds of expressions. */
const goTypes: Readonly<Record<Expr['kind'], string>> = {
  reference: 'VarRef',
  call: 'Call',
  binary: 'BinaryExpr',
  regex: 'RegexLiteral',
  wildcard: 'Wildcard',
  string: 'StringLiteral',
  number: 'NumberLiteral',
  integer: 'IntegerLiteral',
  unsigned: 'UnsignedLiteral',
  boolean: 'BooleanLiteral',
  duration: 'DurationLiteral',
  parens: 'ParenExpr',
  distinct: 'Distinct',
};

export function goType(expr: Expr): string {
  return `*influxql.${goTypes[expr.kind]}`;
}

export function isTime(expr: Expr): boolean {
  return expr.kind === 'reference' && expr.name.toLowerCase() === 'time';
}

function incompatible(expr: Expr): never {
  throw new StatementError(`invalid operation: time and ${goType(expr)} are not compatible`);
}

function timeOf(expr: Expr, clock: Clock): bigint {
  const constant = constantOf(expr, clock) ?? incompatible(expr);
  switch (constant.kind) {
    case 'time':
    case 'duration':
      return constant.ns;
    case 'integer':
      return constant.value;
    case 'number':
      return BigInt(Math.trunc(constant.value));
    case 'string':
      if (!looksLikeTime(constant.value)) incompatible(expr);
      return parseTimeLiteral(constant.value, clock.timeZone);
  }
}

function timeRange(operator: BinaryOperator, ns: bigint): TimeRange {
  switch (operator) {
    case '>':
      return { min: ns + 1n };
    case '>=':
      return { min: ns };
    case '<':
      return { max: ns - 1n };
    case '<=':
      return { max: ns };
    case '=':
      return { min: ns, max: ns };
    default:
      throw new StatementError(`invalid time comparison operator: ${operator}`);
  }
}

const mirrored: Partial<Record<BinaryOperator, BinaryOperator>> = {
  '>': '<',
  '>=': '<=',
  '<': '>',
  '<=': '>=',
};

export function intersection(a: TimeRange, b: TimeRange): TimeRange {
  const min = a.min !== undefined && (b.min === undefined || a.min > b.min) ? a.min : b.min;
  const max = a.max !== undefined && (b.max === undefined || a.max < b.max) ? a.max : b.max;
  return { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
}

/** Times of both sides count, whether an AND or an OR joins them: the server knows no other way. */
function joined(expr: Binary, clock: Clock): Condition {
  const left = splitCondition(expr.left, clock);
  const right = splitCondition(expr.right, clock);
  const range = intersection(left.range, right.range);
  if (!left.rest || !right.rest) {
    const rest = left.rest ?? right.rest;
    return { range, ...(rest ? { rest } : {}) };
  }
  return { range, rest: { ...expr, left: left.rest, right: right.rest } };
}

/** Takes the comparisons with `time` out of a condition. */
export function splitCondition(expr: Expr | undefined, clock: Clock): Condition {
  if (!expr) return { range: {} };
  if (expr.kind === 'parens') return splitCondition(expr.expr, clock);
  if (expr.kind !== 'binary') return { range: {}, rest: expr };
  if (expr.operator === 'AND' || expr.operator === 'OR') return joined(expr, clock);
  if (isTime(expr.left)) return { range: timeRange(expr.operator, timeOf(expr.right, clock)) };
  if (isTime(expr.right)) {
    const operator = mirrored[expr.operator] ?? expr.operator;
    return { range: timeRange(operator, timeOf(expr.left, clock)) };
  }
  return { range: {}, rest: expr };
}

export function hasTime(expr: Expr | undefined): boolean {
  if (!expr) return false;
  switch (expr.kind) {
    case 'binary':
      return hasTime(expr.left) || hasTime(expr.right);
    case 'parens':
      return hasTime(expr.expr);
    default:
      return isTime(expr);
  }
}

/** Functions in a condition: only those of mathematics. */
export function checkCondition(expr: Expr | undefined): void {
  if (expr?.kind === 'binary') {
    checkCondition(expr.left);
    checkCondition(expr.right);
  } else if (expr?.kind === 'call') {
    if (!isMathFunction(expr.name)) {
      throw new StatementError(`invalid function call in condition: ${formatExpr(expr)}`);
    }
    const expected = expr.name === 'atan2' || expr.name === 'pow' ? 2 : 1;
    if (expr.args.length !== expected) {
      throw new StatementError(
        `invalid number of arguments for ${expr.name}, expected ${expected}, got ${expr.args.length}`,
      );
    }
    expr.args.forEach(checkCondition);
  }
}
