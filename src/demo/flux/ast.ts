export interface Position {
  line: number;
  /** In UTF-8 bytes, from 1. */
  column: number;
}

export interface Location {
  start: Position;
  end: Position;
}

interface Node {
  location: Location;
  errors?: readonly { msg: string }[];
}

export interface Identifier extends Node {
  type: 'Identifier';
  name: string;
}
export interface StringLiteral extends Node {
  type: 'StringLiteral';
  value: string;
}
export interface Property extends Node {
  type: 'Property';
  key: Identifier | StringLiteral;
  value: Expression | PipeLiteral | null;
}
interface PipeLiteral extends Node {
  type: 'PipeLiteral';
}
interface TextPart extends Node {
  type: 'TextPart';
  value: string;
}
interface InterpolatedPart extends Node {
  type: 'InterpolatedPart';
  expression: Expression;
}
export interface StringExpression extends Node {
  type: 'StringExpression';
  parts: readonly (TextPart | InterpolatedPart)[];
}
export interface MemberExpression extends Node {
  type: 'MemberExpression';
  object: Expression;
  property: Identifier | StringLiteral;
}
export interface CallExpression extends Node {
  type: 'CallExpression';
  callee: Expression;
  /** Absent where nothing is passed. */
  arguments?: readonly ObjectExpression[];
}
export interface ObjectExpression extends Node {
  type: 'ObjectExpression';
  with?: Identifier | null;
  properties: readonly Property[];
}
export interface Block extends Node {
  type: 'Block';
  body: readonly Statement[];
}
export interface FunctionExpression extends Node {
  type: 'FunctionExpression';
  params: readonly Property[];
  body: Expression | Block;
}
export interface BinaryExpression extends Node {
  type: 'BinaryExpression' | 'LogicalExpression';
  operator: string;
  left: Expression;
  right: Expression;
}
export interface DurationLiteral extends Node {
  type: 'DurationLiteral';
  values: readonly { magnitude: number; unit: string }[];
}

export type Expression =
  | Identifier
  | StringLiteral
  | StringExpression
  | MemberExpression
  | CallExpression
  | ObjectExpression
  | FunctionExpression
  | BinaryExpression
  | DurationLiteral
  | (Node & { type: 'PipeExpression'; argument: Expression; call: CallExpression })
  | (Node & { type: 'IndexExpression'; array: Expression; index: Expression })
  | (Node & { type: 'UnaryExpression'; operator: string; argument: Expression })
  | (Node & {
      type: 'ConditionalExpression';
      test: Expression;
      consequent: Expression;
      alternate: Expression;
    })
  | (Node & { type: 'ParenExpression'; expression: Expression })
  | (Node & { type: 'ArrayExpression'; elements: readonly Expression[] })
  | (Node & {
      type: 'DictExpression';
      elements: readonly { key: Expression; val: Expression }[];
    })
  | (Node & { type: 'IntegerLiteral'; value: string })
  | (Node & { type: 'FloatLiteral'; value: number })
  | (Node & { type: 'BooleanLiteral'; value: boolean })
  | (Node & { type: 'DateTimeLiteral' | 'RegexpLiteral'; value: string })
  | (Node & { type: 'BadExpression'; text: string });

export interface VariableAssignment extends Node {
  type: 'VariableAssignment';
  id: Identifier;
  init: Expression;
}
export interface MemberAssignment extends Node {
  type: 'MemberAssignment';
  member: MemberExpression;
  init: Expression;
}

export type Statement =
  | VariableAssignment
  | (Node & { type: 'ExpressionStatement'; expression: Expression })
  | (Node & { type: 'ReturnStatement'; argument: Expression })
  | (Node & { type: 'OptionStatement'; assignment: VariableAssignment | MemberAssignment })
  | (Node & { type: 'BuiltinStatement'; id: Identifier })
  | (Node & { type: 'TestCaseStatement' })
  | (Node & { type: 'BadStatement'; text: string });

export interface ImportDeclaration extends Node {
  as: Identifier | null;
  path: StringLiteral;
}

export interface File extends Node {
  type: 'File';
  imports: readonly ImportDeclaration[] | null;
  body: readonly Statement[];
}

/** `1:1-1:4`, as errors name it. */
export function place({ start, end }: Location): string {
  return `${start.line}:${start.column}-${end.line}:${end.column}`;
}
