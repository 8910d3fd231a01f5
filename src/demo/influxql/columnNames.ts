import type { Expr, Field } from '@/lib/influxqlAst';
import { walkNames } from './expression';

function nameOf(expr: Expr): string {
  switch (expr.kind) {
    case 'reference':
    case 'call':
      return expr.name;
    case 'distinct':
      return 'distinct';
    case 'parens':
      return nameOf(expr.expr);
    case 'binary':
      return walkNames(expr).join('_');
    default:
      return '';
  }
}

/** Names of columns as the server gives them: aliases, else names of fields and functions, a second one as `x_1`. */
export function columnNames(fields: readonly Field[], timeName: string): string[] {
  const used = new Map<string, number>([[timeName, 1]]);
  for (const { alias } of fields) if (alias !== '') used.set(alias, 1);
  const names = fields.map(({ expr, alias }) => {
    if (alias !== '') return alias;
    let name = nameOf(expr);
    let count = used.get(name);
    if (count !== undefined) {
      const base = name;
      while (used.has(`${base}_${count}`)) count++;
      used.set(base, count + 1);
      name = `${base}_${count}`;
    }
    used.set(name, (used.get(name) ?? 0) + 1);
    return name;
  });
  return [timeName, ...names];
}
