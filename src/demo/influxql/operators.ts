import type { BinaryOperator } from '@/lib/influxqlTokens';
import type { Cell } from './results';

function int64(value: bigint): bigint {
  return BigInt.asIntN(64, value);
}

function integers(operator: BinaryOperator, a: bigint, b: bigint): Cell {
  switch (operator) {
    case '+':
      return int64(a + b);
    case '-':
      return int64(a - b);
    case '*':
      return int64(a * b);
    case '/':
      return b === 0n ? 0 : Number(a) / Number(b);
    case '%':
      return b === 0n ? 0n : a % b;
    case '&':
      return a & b;
    case '|':
      return a | b;
    case '^':
      return a ^ b;
    default:
      return null;
  }
}

function floats(operator: BinaryOperator, a: number, b: number): Cell {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? 0 : a / b;
    case '%':
      return b === 0 ? 0 : a % b;
    default:
      return null;
  }
}

function booleans(operator: BinaryOperator, a: boolean, b: boolean): Cell {
  switch (operator) {
    case 'AND':
    case '&':
      return a && b;
    case 'OR':
    case '|':
      return a || b;
    case '^':
    case '!=':
      return a !== b;
    case '=':
      return a === b;
    default:
      return isComparison(operator) ? false : null;
  }
}

export function isComparison(operator: BinaryOperator): boolean {
  return ['=', '!=', '<', '<=', '>', '>='].includes(operator);
}

function same(a: number | bigint, b: number | bigint): boolean {
  return typeof a === typeof b ? a === b : !(a < b) && !(a > b);
}

/** Integers and floats compare by value. */
function ordered(operator: BinaryOperator, a: number | bigint, b: number | bigint): boolean {
  switch (operator) {
    case '=':
      return same(a, b);
    case '!=':
      return !same(a, b);
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    default:
      return a >= b;
  }
}

function isNumber(cell: Cell): cell is number | bigint {
  return typeof cell === 'number' || typeof cell === 'bigint';
}

function numbers(operator: BinaryOperator, a: number | bigint, b: number | bigint): Cell {
  if (isComparison(operator)) return ordered(operator, a, b);
  if (typeof a === 'bigint' && typeof b === 'bigint') return integers(operator, a, b);
  return floats(operator, Number(a), Number(b));
}

/** What an operator makes of two values. Comparing what cannot be compared is false; dividing by zero is zero. */
export function operate(operator: BinaryOperator, a: Cell, b: Cell): Cell {
  if (isNumber(a) && isNumber(b)) return numbers(operator, a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return booleans(operator, a, b);
  if (typeof a === 'string' && typeof b === 'string') {
    if (operator === '=') return a === b;
    if (operator === '!=') return a !== b;
  }
  return isComparison(operator) ? false : null;
}
