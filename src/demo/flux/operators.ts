import { negate } from './durations';
import type { Duration } from './durations';
import { fail } from './fluxError';
import { bool, NULL, string } from './values';
import type { FluxValue } from './values';

type Numeric = Extract<FluxValue, { type: 'int' | 'uint' | 'time' | 'float' }>;

function isNumeric(value: FluxValue): value is Numeric {
  return value.type === 'int' || value.type === 'uint' || value.type === 'float';
}

/** int64 and uint64 wrap. */
function wrap(type: 'int' | 'uint', value: bigint): FluxValue {
  return {
    type,
    value: type === 'int' ? BigInt.asIntN(64, value) : BigInt.asUintN(64, value),
  };
}

function integerArithmetic(
  operator: string,
  type: 'int' | 'uint',
  a: bigint,
  b: bigint,
): FluxValue | null {
  switch (operator) {
    case '+':
      return wrap(type, a + b);
    case '-':
      return wrap(type, a - b);
    case '*':
      return wrap(type, a * b);
    case '/':
      if (b === 0n) fail('cannot divide by zero');
      return wrap(type, a / b);
    case '%':
      if (b === 0n) fail('cannot mod zero');
      return wrap(type, a % b);
    case '^':
      return { type: 'float', value: Number(a) ** Number(b) };
    default:
      return null;
  }
}

function floatArithmetic(operator: string, a: number, b: number): FluxValue | null {
  switch (operator) {
    case '+':
      return { type: 'float', value: a + b };
    case '-':
      return { type: 'float', value: a - b };
    case '*':
      return { type: 'float', value: a * b };
    case '/':
      return { type: 'float', value: a / b };
    case '%':
      return { type: 'float', value: a % b };
    case '^':
      return { type: 'float', value: a ** b };
    default:
      return null;
  }
}

function compared(operator: string, less: boolean, greater: boolean): FluxValue | null {
  switch (operator) {
    case '==':
      return bool(!less && !greater);
    case '!=':
      return bool(less || greater);
    case '<':
      return bool(less);
    case '<=':
      return bool(!greater);
    case '>':
      return bool(greater);
    case '>=':
      return bool(!less);
    default:
      return null;
  }
}

function comparison(operator: string, left: FluxValue, right: FluxValue): FluxValue | null {
  if (isNumeric(left) && isNumeric(right)) {
    if (Number.isNaN(left.value) || Number.isNaN(right.value)) return bool(operator === '!=');
    return compared(operator, left.value < right.value, left.value > right.value);
  }
  if (left.type !== right.type) return null;
  if (left.type === 'string' || left.type === 'time') {
    const other = right as typeof left;
    return compared(operator, left.value < other.value, left.value > other.value);
  }
  if (left.type === 'bool' && right.type === 'bool' && /^[=!]=$/.test(operator)) {
    return bool((left.value === right.value) === (operator === '=='));
  }
  if (left.type === 'duration' && right.type === 'duration') {
    return compareDurations(operator, left.value, right.value);
  }
  return null;
}

function compareDurations(operator: string, a: Duration, b: Duration): FluxValue | null {
  const isSame = a.months === b.months;
  return compared(
    operator,
    a.months < b.months || (isSame && a.ns < b.ns),
    a.months > b.months || (isSame && a.ns > b.ns),
  );
}

function arithmetic(operator: string, left: FluxValue, right: FluxValue): FluxValue | null {
  if (left.type === 'float' && right.type === 'float') {
    return floatArithmetic(operator, left.value, right.value);
  }
  if (left.type === 'int' && right.type === 'int') {
    return integerArithmetic(operator, 'int', left.value, right.value);
  }
  if (left.type === 'uint' && right.type === 'uint') {
    return integerArithmetic(operator, 'uint', left.value, right.value);
  }
  if (left.type === 'string' && right.type === 'string' && operator === '+') {
    return string(left.value + right.value);
  }
  return null;
}

function regexMatch(operator: string, left: FluxValue, right: FluxValue): FluxValue | null {
  if (left.type !== 'string' || right.type !== 'regexp') return null;
  return bool(right.value.test(left.value) === (operator === '=~'));
}

/** Anything with null is null. */
export function binary(operator: string, left: FluxValue, right: FluxValue): FluxValue {
  if (left.type === 'null' || right.type === 'null') return NULL;
  const result =
    operator === '=~' || operator === '!~'
      ? regexMatch(operator, left, right)
      : (comparison(operator, left, right) ?? arithmetic(operator, left, right));
  return result ?? fail(`unsupported binary expression ${left.type} ${operator} ${right.type}`);
}

/** Null counts as false here (the server's flag `strictNullLogicalOps` is off). */
export function logical(operator: string, left: FluxValue, right: () => FluxValue): FluxValue {
  const isTrue = (value: FluxValue): boolean => value.type === 'bool' && value.value;
  if (isTrue(left) === (operator === 'or')) return bool(operator === 'or');
  return bool(isTrue(right()));
}

export function unary(operator: string, value: FluxValue): FluxValue {
  if (operator === 'exists') return bool(value.type !== 'null');
  if (value.type === 'null') return NULL;
  if (operator === 'not' && value.type === 'bool') return bool(!value.value);
  if (operator === '+') return value;
  if (operator === '-') {
    if (value.type === 'int' || value.type === 'uint') return wrap(value.type, -value.value);
    if (value.type === 'float') return { type: 'float', value: -value.value };
    if (value.type === 'duration') return { type: 'duration', value: negate(value.value) };
  }
  return fail(`unsupported unary expression ${operator}${value.type}`);
}
