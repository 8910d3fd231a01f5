import { place } from './ast';
import type {
  Block,
  CallExpression,
  Expression,
  FunctionExpression,
  ObjectExpression,
} from './ast';
import { durationOf } from './durations';
import { fail, FluxError } from './fluxError';
import type { Scope } from './scope';
import { binary, logical, unary } from './operators';
import { goRegExp } from './regexps';
import { parseTime } from './time';
import { display, FALSE, NULL, record, string, TRUE } from './values';
import type { FluxFunction, FluxRecord, FluxValue } from './values';

type Evaluate = (scope: Scope) => FluxValue;

/** Turns an expression into a function of its scope, once for all rows it will be asked for. */
export function compile(node: Expression): Evaluate {
  switch (node.type) {
    case 'Identifier':
    case 'PipeExpression':
    case 'CallExpression':
    case 'FunctionExpression':
    case 'ObjectExpression':
    case 'ParenExpression':
      return code(node);
    case 'MemberExpression':
    case 'IndexExpression':
    case 'ArrayExpression':
    case 'DictExpression':
      return compound(node);
    default:
      return computation(node);
  }
}

function computation(node: Exclude<Expression, Kind<CompoundType | CodeType>>): Evaluate {
  switch (node.type) {
    case 'StringExpression':
    case 'UnaryExpression':
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'ConditionalExpression':
      return operation(node);
    default: {
      const value = literal(node);
      return () => value;
    }
  }
}

function code(node: Kind<CodeType>): Evaluate {
  switch (node.type) {
    case 'Identifier':
      return identifier(node.name);
    case 'PipeExpression':
      return call(node.call, compile(node.argument));
    case 'CallExpression':
      return call(node, null);
    case 'FunctionExpression':
      return (scope) => closure(node, scope);
    case 'ObjectExpression':
      return object(node);
    case 'ParenExpression':
      return compile(node.expression);
  }
}

type Kind<T extends Expression['type']> = Extract<Expression, { type: T }>;

function literal(
  node: Exclude<Expression, Kind<CompoundType | OperationType | CodeType>>,
): FluxValue {
  switch (node.type) {
    case 'StringLiteral':
      return string(node.value);
    case 'IntegerLiteral':
      return { type: 'int', value: BigInt(node.value) };
    case 'FloatLiteral':
      return { type: 'float', value: node.value };
    case 'BooleanLiteral':
      return node.value ? TRUE : FALSE;
    case 'DateTimeLiteral':
      return { type: 'time', value: parseTime(node.value) ?? fail(`invalid time ${node.value}`) };
    case 'DurationLiteral':
      return { type: 'duration', value: durationOf(node.values) };
    case 'RegexpLiteral':
      return { type: 'regexp', value: goRegExp(node.value), source: node.value };
    case 'BadExpression':
      return fail(`invalid expression: ${node.text}`);
  }
}

type CodeType =
  | 'Identifier'
  | 'PipeExpression'
  | 'CallExpression'
  | 'FunctionExpression'
  | 'ObjectExpression'
  | 'ParenExpression';
type CompoundType = 'MemberExpression' | 'IndexExpression' | 'ArrayExpression' | 'DictExpression';
type OperationType =
  | 'StringExpression'
  | 'UnaryExpression'
  | 'BinaryExpression'
  | 'LogicalExpression'
  | 'ConditionalExpression';

function identifier(name: string): Evaluate {
  if (name === 'true') return () => TRUE;
  if (name === 'false') return () => FALSE;
  return (scope) => scope.find(name) ?? fail(`undefined identifier ${name}`);
}

function compound(node: Kind<CompoundType>): Evaluate {
  switch (node.type) {
    case 'MemberExpression': {
      const object = compile(node.object);
      const name = 'name' in node.property ? node.property.name : node.property.value;
      return (scope) => member(object(scope), name);
    }
    case 'IndexExpression': {
      const array = compile(node.array);
      const index = compile(node.index);
      return (scope) => item(array(scope), index(scope));
    }
    case 'ArrayExpression': {
      const elements = node.elements.map(compile);
      return (scope) => ({ type: 'array', items: elements.map((element) => element(scope)) });
    }
    case 'DictExpression':
      return () => fail('dictionaries are not supported');
  }
}

function member(object: FluxValue, name: string): FluxValue {
  if (object.type === 'null') return NULL;
  if (object.type !== 'record') return fail(`cannot access property ${name} on a ${object.type}`);
  return object.get(name) ?? NULL;
}

function item(array: FluxValue, index: FluxValue): FluxValue {
  if (array.type !== 'array' || index.type !== 'int') return fail('cannot index into it');
  const found = array.items[Number(index.value)];
  return (
    found ?? fail(`cannot access element ${index.value} in array of length ${array.items.length}`)
  );
}

function operation(node: Kind<OperationType>): Evaluate {
  switch (node.type) {
    case 'StringExpression': {
      const parts = node.parts.map((part): Evaluate => {
        if (part.type === 'InterpolatedPart') return compile(part.expression);
        const text = string(part.value);
        return () => text;
      });
      return (scope) => string(parts.map((part) => display(part(scope))).join(''));
    }
    case 'UnaryExpression': {
      const argument = compile(node.argument);
      return (scope) => unary(node.operator, argument(scope));
    }
    case 'ConditionalExpression': {
      const test = compile(node.test);
      const consequent = compile(node.consequent);
      const alternate = compile(node.alternate);
      return (scope) => {
        const outcome = test(scope);
        return outcome.type === 'bool' && outcome.value ? consequent(scope) : alternate(scope);
      };
    }
    case 'LogicalExpression': {
      const left = compile(node.left);
      const right = compile(node.right);
      return (scope) => logical(node.operator, left(scope), () => right(scope));
    }
    case 'BinaryExpression': {
      const left = compile(node.left);
      const right = compile(node.right);
      return (scope) => binary(node.operator, left(scope), right(scope));
    }
  }
}

function fieldsOf(node: ObjectExpression): [string, Evaluate][] {
  return node.properties.map(({ key, value }) => {
    const name = 'name' in key ? key.name : key.value;
    if (value === null || value.type === 'PipeLiteral') return [name, identifier(name)];
    return [name, compile(value)];
  });
}

function object(node: ObjectExpression): Evaluate {
  const fields = fieldsOf(node);
  const base = node.with ? identifier(node.with.name) : null;
  return (scope) => {
    const values = new Map(fields.map(([name, evaluate]) => [name, evaluate(scope)]));
    const original = base?.(scope);
    return original?.type === 'record' ? extended(original, values) : record(values);
  };
}

function extended(base: FluxRecord, fields: ReadonlyMap<string, FluxValue>): FluxRecord {
  const values = new Map<string, FluxValue>();
  for (const name of base.names()) values.set(name, base.get(name) ?? NULL);
  for (const [name, value] of fields) values.set(name, value);
  return record(values);
}

function nameOfCallee(callee: Expression): string {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '<anonymous>';
  return 'name' in callee.property ? callee.property.name : callee.property.value;
}

function call(node: CallExpression, piped: Evaluate | null): Evaluate {
  const callee = compile(node.callee);
  const fields = (node.arguments ?? []).flatMap(fieldsOf);
  const site = { name: nameOfCallee(node.callee), at: place(node.location) };
  return (scope) => {
    const fn = callee(scope);
    if (fn.type !== 'function') return fail(`cannot call a ${fn.type}`);
    const args = new Map(fields.map(([name, evaluate]) => [name, evaluate(scope)]));
    if (piped) args.set(fn.pipe ?? 'tables', piped(scope));
    try {
      return fn.call(args, site);
    } catch (error) {
      if (scope.phase.executing || !(error instanceof FluxError) || error.final) throw error;
      throw error.within(`error calling function "${site.name}" @${site.at}`);
    }
  };
}

function closure(node: FunctionExpression, scope: Scope): FluxFunction {
  const params = node.params.map(({ key, value }) => ({
    name: 'name' in key ? key.name : key.value,
    isPipe: value?.type === 'PipeLiteral',
    fallback: value !== null && value.type !== 'PipeLiteral' ? compile(value)(scope) : null,
  }));
  const body = node.body.type === 'Block' ? block(node.body) : compile(node.body);
  return {
    type: 'function',
    pipe: params.find(({ isPipe }) => isPipe)?.name ?? null,
    source: node,
    free: (name) => scope.find(name),
    withBody: (body) => closure({ ...node, body }, scope),
    call(args) {
      const inner = scope.inner();
      for (const { name, fallback } of params) {
        inner.set(name, args.get(name) ?? fallback ?? fail(`missing required argument "${name}"`));
      }
      return body(inner);
    },
  };
}

function block(node: Block): Evaluate {
  const steps = node.body.map((statement): ((scope: Scope) => FluxValue | null) => {
    if (statement.type === 'VariableAssignment') {
      const init = compile(statement.init);
      return (scope) => {
        scope.set(statement.id.name, init(scope));
        return null;
      };
    }
    if (statement.type === 'ReturnStatement') return compile(statement.argument);
    if (statement.type === 'ExpressionStatement') {
      const expression = compile(statement.expression);
      return (scope) => {
        expression(scope);
        return null;
      };
    }
    return () => fail(`a block cannot hold a ${statement.type}`);
  });
  return (scope) => {
    const inner = scope.inner();
    for (const step of steps) {
      const value = step(inner);
      if (value !== null) return value;
    }
    return NULL;
  };
}
