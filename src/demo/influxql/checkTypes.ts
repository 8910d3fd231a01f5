import type { Binary, Call, Expr, Field } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import type { BinaryOperator } from '@/lib/influxqlTokens';
import type { FieldType } from '@/demo/storage/storage';
import { isMathFunction } from './mathFunctions';
import { StatementError } from './results';
import type { Schema } from './sources';

const anyType = new Set(['count', 'first', 'last', 'distinct', 'elapsed', 'mode']);

const serverNames: Readonly<Record<string, string>> = {
  non_negative_derivative: 'derivative',
  non_negative_difference: 'difference',
  cumulative_sum: 'cumulative sum',
  moving_average: 'moving average',
};

/** `top(v, tag, n)` first takes the best of each value of the tag. */
function refusalByTags(call: Call, type: FieldType): [string, string] | null {
  if ((call.name !== 'top' && call.name !== 'bottom') || call.args.length < 3) return null;
  return type === 'string'
    ? [call.name === 'top' ? 'max' : 'min', 'stringInterrupt']
    : [call.name, 'booleanReduceBoolean'];
}

function refuseType(call: Call, type: FieldType): void {
  if (type !== 'string' && type !== 'boolean') return;
  if (anyType.has(call.name) || isMathFunction(call.name)) return;
  if (type === 'boolean' && (call.name === 'min' || call.name === 'max')) return;
  const own = serverNames[call.name] ?? call.name;
  const [name, iterator] = refusalByTags(call, type) ?? [own, `${type}Interrupt`];
  throw new StatementError(`unsupported ${name} iterator type: *query.${iterator}Iterator`);
}

function typeOfCall(call: Call, schema: Schema): FieldType | undefined {
  const [arg] = call.args;
  const type = arg && typeOf(arg, schema);
  if (type === undefined) return undefined;
  if (isMathFunction(call.name)) return 'float';
  switch (call.name) {
    case 'count':
    case 'elapsed':
      return 'integer';
    case 'mean':
    case 'median':
    case 'stddev':
    case 'integral':
    case 'moving_average':
    case 'derivative':
    case 'non_negative_derivative':
      return 'float';
    default:
      return type;
  }
}

function isNumeric(type: FieldType): boolean {
  return type !== 'string' && type !== 'boolean';
}

/** An operator over two types; null where the server has none. */
function typeOfOperator(
  operator: BinaryOperator,
  left: FieldType,
  right: FieldType,
): FieldType | null {
  if (isNumeric(left) && isNumeric(right)) {
    return left === 'float' || right === 'float' || operator === '/' ? 'float' : left;
  }
  const isBitwise = ['&', '|', '^'].includes(operator);
  return left === right && left === 'boolean' && isBitwise ? left : null;
}

function typeOfBinary(expr: Binary, schema: Schema): FieldType | undefined {
  const left = typeOf(expr.left, schema);
  const right = typeOf(expr.right, schema);
  if (left === undefined || right === undefined) return undefined;
  return typeOfOperator(expr.operator, left, right) ?? undefined;
}

export function typeOf(expr: Expr, schema: Schema): FieldType | undefined {
  switch (expr.kind) {
    case 'reference':
      return expr.type === 'tag' ? undefined : schema.fields.get(expr.name);
    case 'call':
      return typeOfCall(expr, schema);
    case 'binary':
      return typeOfBinary(expr, schema);
    case 'parens':
      return typeOf(expr.expr, schema);
    case 'number':
      return 'float';
    case 'integer':
    case 'unsigned':
    case 'string':
    case 'boolean':
      return expr.kind;
    default:
      return undefined;
  }
}

/** With the types of its variables, as the server prints it once it knows them. */
function typed(expr: Expr, schema: Schema): Expr {
  switch (expr.kind) {
    case 'reference': {
      const type = typeOf(expr, schema) ?? (schema.tags.has(expr.name) ? 'tag' : undefined);
      return type ? { ...expr, type } : expr;
    }
    case 'call':
      return { ...expr, args: expr.args.map((arg) => typed(arg, schema)) };
    case 'binary':
      return { ...expr, left: typed(expr.left, schema), right: typed(expr.right, schema) };
    case 'parens':
      return { ...expr, expr: typed(expr.expr, schema) };
    default:
      return expr;
  }
}

function partsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'call':
      return expr.args;
    case 'binary':
      return [expr.left, expr.right];
    case 'parens':
      return [expr.expr];
    default:
      return [];
  }
}

function checkOperator(expr: Expr, schema: Schema): void {
  for (const part of partsOf(expr)) checkOperator(part, schema);
  if (expr.kind !== 'binary') return;
  const left = typeOf(expr.left, schema);
  const right = typeOf(expr.right, schema);
  if (!left || !right || typeOfOperator(expr.operator, left, right)) return;
  const text = formatExpr(typed(expr, schema));
  throw new StatementError(`type error: ${text}: incompatible types: ${left} and ${right}`);
}

function checkCall(expr: Expr, schema: Schema): void {
  for (const part of partsOf(expr)) checkCall(part, schema);
  if (expr.kind !== 'call') return;
  const [arg] = expr.args;
  const type = arg && typeOf(arg, schema);
  if (type) refuseType(expr, type);
}

/** Refuses operators that cannot take what is stored; not asked of subqueries, where they make nothing. */
export function checkOperators(fields: readonly Field[], schema: Schema): void {
  for (const { expr } of fields) checkOperator(expr, schema);
}

/** Refuses functions that cannot take what is stored; asked only where there is something. */
export function checkCalls(fields: readonly Field[], schema: Schema): void {
  for (const { expr } of fields) checkCall(expr, schema);
}
