import type { ColumnType, Expr } from './influxqlAst';
import { formatDurationLiteral } from './influxqlDuration';
import { quoteSegments, quoteString } from './influxqlQuoting';

/** A float with at least three decimals, as the server prints them in statements. */
function formatFloat(value: number): string {
  const text = String(value);
  const [, decimals = ''] = text.split('.');
  return text.includes('e') || decimals.length >= 3 ? text : value.toFixed(3);
}

export function formatRegex(source: string): string {
  return `/${source.replaceAll('/', '\\/')}/`;
}

function formatType(type: ColumnType | undefined): string {
  return type === undefined ? '' : `::${type}`;
}

/** An expression as the server prints it. */
export function formatExpr(expr: Expr): string {
  switch (expr.kind) {
    case 'reference':
      return quoteSegments([expr.name]) + formatType(expr.type);
    case 'call':
      return `${expr.name}(${expr.args.map(formatExpr).join(', ')})`;
    case 'binary':
      return `${formatExpr(expr.left)} ${expr.operator} ${formatExpr(expr.right)}`;
    case 'parens':
      return `(${formatExpr(expr.expr)})`;
    case 'wildcard':
      return `*${formatType(expr.type)}`;
    case 'distinct':
      return `DISTINCT ${quoteSegments([expr.name])}`;
    case 'regex':
      return formatRegex(expr.source);
    case 'string':
      return quoteString(expr.value);
    case 'number':
      return formatFloat(expr.value);
    case 'integer':
    case 'unsigned':
    case 'boolean':
      return String(expr.value);
    case 'duration':
      return formatDurationLiteral(expr.ns);
  }
}

export function hasCalls(expr: Expr): boolean {
  switch (expr.kind) {
    case 'call':
      return true;
    case 'binary':
      return hasCalls(expr.left) || hasCalls(expr.right);
    case 'parens':
      return hasCalls(expr.expr);
    default:
      return false;
  }
}
