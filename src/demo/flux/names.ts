import type { File, Location } from './ast';

/** What the demo knows: names without import, and members of packages by import path. */
export interface KnownNames {
  universe: ReadonlySet<string>;
  packages: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Problem {
  location: Location;
  message: string;
}

interface Walk {
  known: KnownNames;
  /** Names the script binds anywhere: variables, parameters, options. */
  bound: Set<string>;
  /** Local name → import path. */
  imported: Map<string, string>;
  problems: Problem[];
}

type Tree = Record<string, unknown> & { location: Location };

/**
 * What a script uses of the standard library that the demo does not have, told as the server tells
 * of names that do not exist. The type checker has let the script pass before.
 */
export function missingNames(file: File, known: KnownNames): Problem[] {
  const walk: Walk = { known, bound: new Set(), imported: new Map(), problems: [] };
  for (const { as, path, location } of file.imports ?? []) {
    const name = as?.name ?? path.value.split('/').at(-1) ?? path.value;
    walk.imported.set(name, path.value);
    if (!known.packages.has(path.value)) {
      walk.problems.push({ location, message: `invalid import path ${path.value}` });
    }
  }
  bind(file.body, walk.bound);
  check(file.body, walk);
  return walk.problems;
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(node: unknown): string | undefined {
  if (!isTree(node)) return undefined;
  const name = node['name'] ?? node['value'];
  return typeof name === 'string' ? name : undefined;
}

function bind(value: unknown, bound: Set<string>): void {
  if (Array.isArray(value)) for (const item of value) bind(item, bound);
  if (!isTree(value)) return;
  if (value['type'] === 'VariableAssignment') bound.add(nameOf(value['id']) ?? '');
  if (value['type'] === 'FunctionExpression') {
    for (const param of value['params'] as Tree[]) bound.add(nameOf(param['key']) ?? '');
  }
  for (const [key, child] of Object.entries(value)) if (key !== 'location') bind(child, bound);
}

function check(value: unknown, walk: Walk): void {
  if (Array.isArray(value)) for (const item of value) check(item, walk);
  if (!isTree(value)) return;
  switch (value['type']) {
    case 'Identifier':
      checkIdentifier(value, walk);
      break;
    case 'MemberExpression':
      checkMember(value, walk);
      break;
    case 'Property':
      // `{r}` is short for `{r: r}`; otherwise a key is no use of a name.
      check(value['value'] ?? value['key'], walk);
      break;
    case 'FunctionExpression':
      for (const param of value['params'] as Tree[])
        if (param['value']) check(param['value'], walk);
      check(value['body'], walk);
      break;
    case 'VariableAssignment':
      check(value['init'], walk);
      break;
    default:
      for (const [key, child] of Object.entries(value)) if (key !== 'location') check(child, walk);
  }
}

function checkIdentifier(node: Tree, { known, bound, imported, problems }: Walk): void {
  const name = nameOf(node) ?? '';
  if (bound.has(name) || imported.has(name) || known.universe.has(name)) return;
  problems.push({ location: node.location, message: `undefined identifier ${name}` });
}

function checkMember(node: Tree, walk: Walk): void {
  const object = node['object'] as Tree;
  const path =
    object['type'] === 'Identifier' ? walk.imported.get(nameOf(object) ?? '') : undefined;
  if (path === undefined || walk.bound.has(nameOf(object) ?? '')) {
    check(object, walk);
    return;
  }
  const property = nameOf(node['property']) ?? '';
  const members = walk.known.packages.get(path);
  if (members && !members.has(property)) {
    walk.problems.push({
      location: object.location,
      message: `record is missing label ${property}`,
    });
  }
}
