import type { File } from './ast';

/** Where the parser leaves out the type of a node that can have only one. */
const KNOWN_TYPES: Readonly<Record<string, string>> = {
  id: 'Identifier',
  as: 'Identifier',
  with: 'Identifier',
  path: 'StringLiteral',
  call: 'CallExpression',
  member: 'MemberExpression',
  assignment: 'VariableAssignment',
};

/** The syntax tree as `/api/v2/query/ast` answers it. */
export function wireTree(file: File): unknown {
  const imports = file.imports && file.imports.length > 0 ? file.imports : null;
  return {
    type: 'Package',
    package: 'main',
    files: [completed({ ...file, imports })],
  };
}

function completed(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => completed(item));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([name, child]: [string, unknown]) => [
    name,
    name === 'location' ? child : completed(child, name),
  ]);
  const type = KNOWN_TYPES[key];
  const node = Object.fromEntries(fields) as Record<string, unknown>;
  return type !== undefined && !('type' in node) ? { type, ...node } : node;
}
