import type { Binary, Expr } from '@/lib/influxqlAst';
import type { BinaryOperator } from '@/lib/influxqlTokens';
import { looksLikeTime, parseTimeLiteral } from './timeLiteral';

/** What the clock and `tz()` say to a statement. */
export interface Clock {
  now: bigint;
  timeZone: string | undefined;
}

export type Constant =
  | { kind: 'time'; ns: bigint }
  | { kind: 'duration'; ns: bigint }
  | { kind: 'integer'; value: bigint }
  | { kind: 'number'; value: number }
  | { kind: 'string'; value: string };

function integerResult(operator: BinaryOperator, a: bigint, b: bigint): Constant | null {
  switch (operator) {
    case '+':
      return { kind: 'integer', value: a + b };
    case '-':
      return { kind: 'integer', value: a - b };
    case '*':
      return { kind: 'integer', value: a * b };
    case '/':
      return { kind: 'number', value: b === 0n ? 0 : Number(a) / Number(b) };
    case '%':
      return { kind: 'integer', value: b === 0n ? 0n : a % b };
    default:
      return null;
  }
}

function floatResult(operator: BinaryOperator, a: number, b: number): Constant | null {
  switch (operator) {
    case '+':
      return { kind: 'number', value: a + b };
    case '-':
      return { kind: 'number', value: a - b };
    case '*':
      return { kind: 'number', value: a * b };
    case '/':
      return { kind: 'number', value: b === 0 ? 0 : a / b };
    default:
      return null;
  }
}

function scaled(operator: BinaryOperator, ns: bigint, factor: number): Constant | null {
  if (operator === '*') return { kind: 'duration', ns: BigInt(Math.trunc(Number(ns) * factor)) };
  if (operator !== '/') return null;
  return { kind: 'duration', ns: factor === 0 ? 0n : BigInt(Math.trunc(Number(ns) / factor)) };
}

function asTime(constant: Constant, clock: Clock): Constant {
  if (constant.kind !== 'string' || !looksLikeTime(constant.value)) return constant;
  return { kind: 'time', ns: parseTimeLiteral(constant.value, clock.timeZone) };
}

function withDuration(operator: BinaryOperator, left: Constant, ns: bigint): Constant | null {
  if (left.kind === 'integer' && operator === '*') return { kind: 'duration', ns: left.value * ns };
  if (left.kind !== 'time' && left.kind !== 'duration') return null;
  if (operator === '+') return { kind: left.kind, ns: left.ns + ns };
  return operator === '-' ? { kind: left.kind, ns: left.ns - ns } : null;
}

function combine({ operator }: Binary, left: Constant, right: Constant): Constant | null {
  if (right.kind === 'duration') return withDuration(operator, left, right.ns);
  if (left.kind === 'time') {
    if (right.kind === 'time' && operator === '-') {
      return { kind: 'duration', ns: left.ns - right.ns };
    }
    return right.kind === 'integer' ? withDuration(operator, left, right.value) : null;
  }
  if (left.kind === 'string' || right.kind === 'string' || right.kind === 'time') return null;
  if (left.kind === 'duration') return scaled(operator, left.ns, Number(right.value));
  if (left.kind === 'integer' && right.kind === 'integer') {
    return integerResult(operator, left.value, right.value);
  }
  return floatResult(operator, Number(left.value), Number(right.value));
}

/** The value of an expression without variables, null when it has some. */
export function constantOf(expr: Expr, clock: Clock): Constant | null {
  switch (expr.kind) {
    case 'integer':
    case 'number':
    case 'string':
    case 'duration':
      return expr;
    case 'parens':
      return constantOf(expr.expr, clock);
    case 'call':
      return expr.name === 'now' && expr.args.length === 0 ? { kind: 'time', ns: clock.now } : null;
    case 'binary': {
      const left = constantOf(expr.left, clock);
      const right = constantOf(expr.right, clock);
      return left && right && combine(expr, asTime(left, clock), asTime(right, clock));
    }
    default:
      return null;
  }
}
