import type { Expression } from './ast';
import type { FluxFunction, FluxValue } from './values';

type Find = (name: string) => FluxValue | undefined;

/** The body of a function with the names from outside replaced by what they stand for, as the planner sees it; null for a block. */
export function resolvedBody({ source, free }: FluxFunction): Expression | null {
  if (!source || source.body.type === 'Block') return null;
  const parameters = new Set(
    source.params.map(({ key }) => ('name' in key ? key.name : key.value)),
  );
  const find: Find = (name) => (parameters.has(name) ? undefined : free?.(name));
  return resolved(source.body, find) as Expression;
}

/** Whether a filter lets everything pass. */
export function isAlwaysTrue(fn: FluxFunction): boolean {
  const body = resolvedBody(fn);
  return body?.type === 'BooleanLiteral' && body.value;
}

function resolved(value: unknown, find: Find): unknown {
  if (Array.isArray(value)) return value.map((item) => resolved(item, find));
  if (typeof value !== 'object' || value === null) return value;
  const node = value as Expression;
  switch (node.type) {
    case 'FunctionExpression':
      return node;
    case 'ParenExpression':
      return resolved(node.expression, find);
    case 'Identifier':
      return literalOf(valueNamed(node.name, find), node) ?? node;
    case 'MemberExpression': {
      const found = memberOf(node, find);
      return found ? (literalOf(found, node) ?? node) : parts(node, find);
    }
    default:
      return parts(node, find);
  }
}

function parts(node: object, find: Find): unknown {
  return Object.fromEntries(
    Object.entries(node).map(([name, child]: [string, unknown]) => [
      name,
      KEPT.has(name) ? child : resolved(child, find),
    ]),
  );
}

/** What names no variable: places, the property of a member, the name of an argument. */
const KEPT = new Set(['location', 'property', 'key', 'callee', 'with']);

function valueNamed(name: string, find: Find): FluxValue | undefined {
  if (name === 'true' || name === 'false') return { type: 'bool', value: name === 'true' };
  return find(name);
}

function memberOf(
  { object, property }: Extract<Expression, { type: 'MemberExpression' }>,
  find: Find,
): FluxValue | undefined {
  const record = object.type === 'Identifier' ? find(object.name) : undefined;
  if (record?.type !== 'record') return undefined;
  return record.get('name' in property ? property.name : property.value);
}

function literalOf(value: FluxValue | undefined, { location }: Expression): Expression | null {
  switch (value?.type) {
    case 'string':
      return { type: 'StringLiteral', value: value.value, location };
    case 'int':
      return { type: 'IntegerLiteral', value: String(value.value), location };
    case 'float':
      return { type: 'FloatLiteral', value: value.value, location };
    case 'bool':
      return { type: 'BooleanLiteral', value: value.value, location };
    case 'regexp':
      return { type: 'RegexpLiteral', value: value.source, location };
    default:
      return null;
  }
}
