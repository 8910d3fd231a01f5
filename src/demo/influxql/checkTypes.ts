import type { Call, Expr, Field } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import type { FieldType } from '@/demo/storage/storage';
import { isMathFunction } from './mathFunctions';
import { StatementError } from './results';
import type { Schema } from './sources';

const anyType = new Set(['count', 'first', 'last', 'distinct', 'elapsed', 'mode']);

function refuseType(call: Call, type: FieldType): void {
  if (type !== 'string' && type !== 'boolean') return;
  if (anyType.has(call.name)) return;
  if (type === 'boolean' && (call.name === 'min' || call.name === 'max')) return;
  throw new StatementError(
    `unsupported ${call.name} iterator type: *query.${type}InterruptIterator`,
  );
}

function typeOfCall(call: Call, schema: Schema): FieldType | undefined {
  const [arg] = call.args;
  const type = arg && typeOf(arg, schema);
  if (type === undefined) return undefined;
  if (isMathFunction(call.name)) return 'float';
  if (arg?.kind === 'reference') refuseType(call, type);
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

function typeOfBinary(expr: Expr & { kind: 'binary' }, schema: Schema): FieldType | undefined {
  const left = typeOf(expr.left, schema);
  const right = typeOf(expr.right, schema);
  if (left === undefined || right === undefined) return undefined;
  if (isNumeric(left) && isNumeric(right)) {
    return left === 'float' || right === 'float' || expr.operator === '/' ? 'float' : left;
  }
  const bitwise = ['&', '|', '^'].includes(expr.operator);
  if (left === right && left === 'boolean' && bitwise) return left;
  const message =
    left === right
      ? `there is no ${expr.operator} operator for ${left} types`
      : `incompatible types: ${left} and ${right}`;
  throw new StatementError(`type error: ${formatExpr(expr)}: ${message}`);
}

function typeOf(expr: Expr, schema: Schema): FieldType | undefined {
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

/** Refuses functions and operators that cannot take what is stored. */
export function checkTypes(fields: readonly Field[], schema: Schema): void {
  for (const { expr } of fields) typeOf(expr, schema);
}
