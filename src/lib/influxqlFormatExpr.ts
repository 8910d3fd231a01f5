import type { ColumnType, Expr } from './influxqlAst';
import { formatDurationLiteral } from './influxqlDuration';
import { quoteSegments, quoteString } from './influxqlQuoting';

/** InfluxQL knows no exponents. */
function withoutExponent(text: string): string {
  const [, sign = '', whole = '', decimals = '', exponent = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const shift = Number(exponent);
  const digits = '0'.repeat(Math.max(0, -shift)) + whole + decimals;
  const point = Math.max(0, -shift) + whole.length + shift;
  const padded = digits.padEnd(point, '0');
  return `${sign}${padded.slice(0, point)}.${padded.slice(point)}`.replace(/\.$/, '');
}

/** A float with at least three decimals, as the server prints them in statements. */
function formatFloat(value: number): string {
  const text = withoutExponent(String(value));
  const [whole = '', decimals = ''] = text.split('.');
  return `${whole}.${decimals.padEnd(3, '0')}`;
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
