import type { BinaryExpression, Expression } from './ast';
import { resolvedBody } from './freeNames';
import { goRegExp } from './regexps';
import { display } from './values';
import type { FluxFunction, FluxRecord, FluxValue } from './values';

/** One term of a filter's `and`. */
export interface Term {
  expression: Expression;
  /** The columns it reads; null where it uses the row in another way. */
  columns: ReadonlySet<string> | null;
  /** The storage can evaluate it: members compared with literals. */
  isPushable: boolean;
}

export interface Split {
  parameter: string;
  terms: readonly Term[];
}

const known = new WeakMap<FluxFunction, Split | null>();

/** The terms of `(r) => a and b`; null for functions with a block or of the library. */
export function termsOf(fn: FluxFunction): Split | null {
  let split = known.get(fn);
  if (split === undefined) known.set(fn, (split = splitOf(fn)));
  return split;
}

function splitOf(fn: FluxFunction): Split | null {
  const key = fn.source?.params[0]?.key;
  const body = resolvedBody(fn);
  if (!key || !body) return null;
  const parameter = 'name' in key ? key.name : key.value;
  const terms = conjuncts(body).map((expression) => ({
    expression,
    columns: columnsOf(expression, parameter),
    isPushable: isPushable(expression, parameter),
  }));
  return { parameter, terms };
}

function conjuncts(node: Expression): Expression[] {
  if (node.type === 'ParenExpression') return conjuncts(node.expression);
  if (node.type === 'LogicalExpression' && node.operator === 'and') {
    return [...conjuncts(node.left), ...conjuncts(node.right)];
  }
  return [node];
}

function memberName(node: Expression, parameter: string): string | null {
  if (node.type === 'ParenExpression') return memberName(node.expression, parameter);
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return null;
  if (node.object.name !== parameter) return null;
  return 'name' in node.property ? node.property.name : node.property.value;
}

/** Every column a term reads; null where the row is used otherwise. */
function columnsOf(expression: Expression, parameter: string): ReadonlySet<string> | null {
  const found = new Set<string>();
  const isPlain = (value: unknown): boolean => {
    if (Array.isArray(value)) return value.every(isPlain);
    if (typeof value !== 'object' || value === null) return true;
    const node = value as Expression;
    const name = memberName(node, parameter);
    if (name !== null) {
      found.add(name);
      return true;
    }
    if (node.type === 'Identifier' && node.name === parameter) return false;
    return Object.entries(node).every(([key, child]) => key === 'location' || isPlain(child));
  };
  return isPlain(expression) ? found : null;
}

const LITERALS = new Set([
  'StringLiteral',
  'IntegerLiteral',
  'FloatLiteral',
  'RegexpLiteral',
  'BooleanLiteral',
]);

/** `_value` can be ordered, anything else only be equal or match. A tag is never an empty text. */
function isPushableComparison(node: BinaryExpression, parameter: string): boolean {
  const name = memberName(node.left, parameter);
  if (name === null || !LITERALS.has(node.right.type)) return false;
  if (name === '_value') return /^([=!]=|[=!]~|[<>]=?)$/.test(node.operator);
  const isEmpty = node.right.type === 'StringLiteral' && node.right.value === '';
  return /^[=!][=~]$/.test(node.operator) && !(isEmpty && node.operator === '==');
}

function isPushable(node: Expression, parameter: string): boolean {
  switch (node.type) {
    case 'ParenExpression':
      return isPushable(node.expression, parameter);
    case 'LogicalExpression':
      return isPushable(node.left, parameter) && isPushable(node.right, parameter);
    case 'BinaryExpression':
      return isPushableComparison(node, parameter);
    case 'UnaryExpression':
      return isPushableExists(node, parameter);
    default:
      return false;
  }
}

function isPushableExists(node: Expression, parameter: string): boolean {
  if (node.type !== 'UnaryExpression') return false;
  if (node.operator === 'not') return isPushableExists(node.argument, parameter);
  const name = memberName(node.argument, parameter);
  return node.operator === 'exists' && name !== null && name !== '_value';
}

type Test = (row: FluxRecord) => boolean;

/** What the storage makes of pushed terms: a tag that a series lacks reads as the empty string. */
export function storageTest(terms: readonly Term[], parameter: string): Test {
  const tests = terms.map(({ expression }) => storageNode(expression, parameter));
  return (row) => tests.every((test) => test(row));
}

function storageNode(node: Expression, parameter: string): Test {
  switch (node.type) {
    case 'ParenExpression':
      return storageNode(node.expression, parameter);
    case 'LogicalExpression': {
      const left = storageNode(node.left, parameter);
      const right = storageNode(node.right, parameter);
      if (node.operator === 'and') return (row) => left(row) && right(row);
      return (row) => left(row) || right(row);
    }
    case 'UnaryExpression': {
      if (node.operator === 'not') {
        const inner = storageNode(node.argument, parameter);
        return (row) => !inner(row);
      }
      const name = memberName(node.argument, parameter) ?? '';
      return (row) => textOf(row.get(name)) !== '';
    }
    case 'BinaryExpression':
      return storageComparison(node, parameter);
    default:
      return () => true;
  }
}

function textOf(value: FluxValue | undefined): string {
  if (value === undefined || value.type === 'null') return '';
  return value.type === 'string' ? value.value : display(value);
}

function literalOf(node: Expression): Comparable | RegExp {
  switch (node.type) {
    case 'StringLiteral':
      return { kind: 'string', value: node.value };
    case 'IntegerLiteral':
      return { kind: 'number', value: BigInt(node.value) };
    case 'FloatLiteral':
      return { kind: 'number', value: node.value };
    case 'RegexpLiteral':
      return goRegExp(node.value);
    default:
      return { kind: 'bool', value: node.type === 'BooleanLiteral' && node.value ? 1 : 0 };
  }
}

interface Comparable {
  kind: 'string' | 'number' | 'bool';
  value: string | number | bigint;
}

function comparableOf(value: FluxValue | undefined): Comparable {
  if (value?.type === 'int' || value?.type === 'uint' || value?.type === 'float') {
    return { kind: 'number', value: value.value };
  }
  if (value?.type === 'bool') return { kind: 'bool', value: value.value ? 1 : 0 };
  return { kind: 'string', value: textOf(value) };
}

function storageComparison(node: BinaryExpression, parameter: string): Test {
  const name = memberName(node.left, parameter) ?? '';
  const literal = literalOf(node.right);
  if (literal instanceof RegExp) {
    const wanted = node.operator === '=~';
    return (row) => literal.test(textOf(row.get(name))) === wanted;
  }
  return (row) => {
    const left = comparableOf(row.get(name));
    if (left.kind !== literal.kind) return false;
    return holds(node.operator, left.value, literal.value);
  };
}

/** An integer may be compared with a float. */
function isEqual(a: number | bigint, b: number | bigint): boolean {
  if (typeof a === typeof b) return a === b;
  return !(a < b) && !(a > b);
}

function holds(
  operator: string,
  a: string | number | bigint,
  b: string | number | bigint,
): boolean {
  switch (operator) {
    case '==':
      return typeof a === 'string' || typeof b === 'string' ? a === b : isEqual(a, b);
    case '!=':
      return !holds('==', a, b);
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
    default:
      return false;
  }
}
