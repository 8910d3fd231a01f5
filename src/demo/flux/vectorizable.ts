import type { CallExpression, FunctionExpression, ObjectExpression, Property } from './ast';

const OPERATORS = new Set(['+', '-', '*', '/', '%', '^', '==', '!=', '<', '<=', '>', '>=']);
const UNARY = new Set(['+', '-', 'not', 'exists']);

/** Whether the server evaluates a function of `map` for whole columns instead of row by row. */
export function isVectorizable(source: FunctionExpression | undefined): boolean {
  const [parameter, ...others] = source?.params ?? [];
  if (!source || !parameter || others.length > 0 || keyName(parameter.key) !== 'r') return false;
  const record = recordOf(source);
  if (!record || (record.with && record.with.name !== 'r')) return false;
  return record.properties.every(({ value }) => value !== null && isColumn(value));
}

/** The record that a function gives without any statement before. */
export function recordOf({ body }: FunctionExpression): ObjectExpression | null {
  const inner = body.type === 'ParenExpression' ? body.expression : body;
  return inner.type === 'ObjectExpression' ? inner : null;
}

export function keyName(key: Property['key']): string {
  return 'name' in key ? key.name : key.value;
}

const LITERALS: ReadonlySet<string> = new Set([
  'IntegerLiteral',
  'FloatLiteral',
  'StringLiteral',
  'DateTimeLiteral',
  'BooleanLiteral',
]);

type Value = NonNullable<Property['value']>;

function isColumn(node: Value): boolean {
  if (LITERALS.has(node.type)) return true;
  return operandsOf(node)?.every(isColumn) ?? false;
}

/** What a column is computed of; null where it cannot be one. */
function operandsOf(node: Value): Value[] | null {
  switch (node.type) {
    case 'Identifier':
      return node.name === 'true' || node.name === 'false' ? [] : null;
    case 'MemberExpression':
      return node.object.type === 'Identifier' && node.object.name === 'r' ? [] : null;
    case 'ParenExpression':
      return [node.expression];
    case 'UnaryExpression':
      return UNARY.has(node.operator) ? [node.argument] : null;
    case 'BinaryExpression':
      return OPERATORS.has(node.operator) ? [node.left, node.right] : null;
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'ConditionalExpression':
      return [node.test, node.consequent, node.alternate];
    case 'CallExpression':
      return floatOperand(node);
    default:
      return null;
  }
}

/** Of all functions only `float()` takes columns. */
function floatOperand({ callee, arguments: [args] = [] }: CallExpression): Value[] | null {
  if (callee.type !== 'Identifier' || callee.name !== 'float') return null;
  const value = args?.properties[0]?.value;
  return value ? [value] : null;
}
