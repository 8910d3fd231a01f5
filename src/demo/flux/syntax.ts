import type { File, Location } from './ast';
import { problemAt } from './fluxError';

interface Problem {
  location: Location;
  message: string;
}

/** Every syntax error of a tree, in reading order. The parser never fails: it leaves them on the nodes. */
export function syntaxProblems(file: File): Problem[] {
  const problems: Problem[] = [];
  collect(file, problems);
  return problems;
}

export function syntaxErrorText(problems: readonly Problem[]): string {
  const lines = problems.map(({ location, message }) => problemAt(location, message));
  return `compilation failed: ${lines.join('\n\n')}`;
}

function collect(value: unknown, problems: Problem[]): void {
  if (Array.isArray(value)) {
    for (const item of value) collect(item, problems);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const node = value as Record<string, unknown> & { location: Location };
  for (const { msg } of (node['errors'] ?? []) as { msg: string }[]) {
    problems.push({ location: node.location, message: msg });
  }
  if (node['type'] === 'BadExpression') {
    problems.push({
      location: node.location,
      message: `invalid expression: ${String(node['text'])}`,
    });
  }
  if (node['type'] === 'BadStatement') {
    problems.push({
      location: node.location,
      message: `invalid statement: ${String(node['text'])}`,
    });
  }
  for (const [name, child] of Object.entries(node)) {
    if (name !== 'location' && name !== 'errors') collect(child, problems);
  }
}
