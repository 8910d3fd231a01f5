import type { Binary, Call, Expr, Reference } from '@/lib/influxqlAst';
import { compileGoRegexp } from '@/lib/goRegexp';
import { applyMath, isMathFunction } from './mathFunctions';
import { operate } from './operators';
import type { Cell } from './results';

export type Get = (slot: number) => Cell;
export type Evaluate = (get: Get) => Cell;

/** Where a variable or the outcome of a function is found. */
export type SlotOf = (expr: Reference | Call) => number;

function compileMatch(expr: Binary, slotOf: SlotOf): Evaluate {
  if (expr.right.kind !== 'regex') return () => null;
  const left = compileExpr(expr.left, slotOf);
  const regexp = compileGoRegexp(expr.right.source);
  const wanted = expr.operator === '=~';
  return (get) => {
    const value = left(get);
    return typeof value === 'string' && regexp.test(value) === wanted;
  };
}

function compileBinary(expr: Binary, slotOf: SlotOf): Evaluate {
  const { operator } = expr;
  if (operator === '=~' || operator === '!~') return compileMatch(expr, slotOf);
  const left = compileExpr(expr.left, slotOf);
  const right = compileExpr(expr.right, slotOf);
  if (operator === 'AND') return (get) => left(get) === true && right(get) === true;
  if (operator === 'OR') return (get) => left(get) === true || right(get) === true;
  return (get) => operate(operator, left(get), right(get));
}

function compileCall(expr: Call, slotOf: SlotOf): Evaluate {
  if (isMathFunction(expr.name)) {
    const args = expr.args.map((arg) => compileExpr(arg, slotOf));
    return (get) =>
      applyMath(
        expr.name,
        args.map((arg) => arg(get)),
      );
  }
  const slot = slotOf(expr);
  return (get) => get(slot);
}

export function compileExpr(expr: Expr, slotOf: SlotOf): Evaluate {
  switch (expr.kind) {
    case 'reference': {
      const slot = slotOf(expr);
      return (get) => get(slot);
    }
    case 'call':
      return compileCall(expr, slotOf);
    case 'binary':
      return compileBinary(expr, slotOf);
    case 'parens':
      return compileExpr(expr.expr, slotOf);
    case 'string':
    case 'number':
    case 'integer':
    case 'unsigned':
    case 'boolean': {
      const { value } = expr;
      return () => value;
    }
    case 'duration': {
      const { ns } = expr;
      return () => ns;
    }
    default:
      return () => null;
  }
}

/** Calls back for every variable and every function that is not of mathematics; arguments of the latter not. */
export function walk(expr: Expr, visit: (expr: Reference | Call) => void): void {
  switch (expr.kind) {
    case 'reference':
      visit(expr);
      return;
    case 'call':
      if (isMathFunction(expr.name)) expr.args.forEach((arg) => walk(arg, visit));
      else visit(expr);
      return;
    case 'binary':
      walk(expr.left, visit);
      walk(expr.right, visit);
      return;
    case 'parens':
      walk(expr.expr, visit);
      return;
    default:
  }
}

/** The names of variables and functions in an expression, from left to right; not those within a function. */
export function walkNames(expr: Expr): string[] {
  switch (expr.kind) {
    case 'reference':
    case 'call':
      return [expr.name];
    case 'binary':
      return [...walkNames(expr.left), ...walkNames(expr.right)];
    case 'parens':
      return walkNames(expr.expr);
    default:
      return [];
  }
}
