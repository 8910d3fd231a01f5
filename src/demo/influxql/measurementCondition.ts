import { compileGoRegexp } from '@/lib/goRegexp';
import type { Binary, Expr } from '@/lib/influxqlAst';
import type { MeasurementEntry } from './catalogue';

function valueTest({ operator, right }: Binary): ((value: string) => boolean) | undefined {
  if ((operator === '=' || operator === '!=') && right.kind === 'string') {
    return (value) => value === right.value;
  }
  if ((operator === '=~' || operator === '!~') && right.kind === 'regex') {
    const regexp = compileGoRegexp(right.source);
    return (value) => regexp.test(value);
  }
  return undefined;
}

function acceptsComparison(expr: Binary, { series }: MeasurementEntry): boolean {
  const { left, operator } = expr;
  const test = valueTest(expr);
  if (left.kind !== 'reference' || !test) return false;
  const values = series.flatMap((tags) =>
    tags.filter(([key]) => key === left.name).map(([, value]) => value),
  );
  if (values.length === 0) return false;
  return values.some(test) === (operator === '=' || operator === '=~');
}

/**
 * The WHERE of SHOW MEASUREMENTS asks whole measurements, not series: those without the tag never count, and `!=` wants
 * a measurement that has the value nowhere.
 */
export function acceptsMeasurement(expr: Expr | undefined, entry: MeasurementEntry): boolean {
  if (!expr) return true;
  if (expr.kind === 'parens') return acceptsMeasurement(expr.expr, entry);
  if (expr.kind !== 'binary') return false;
  const { operator, left, right } = expr;
  if (operator === 'AND') {
    return acceptsMeasurement(left, entry) && acceptsMeasurement(right, entry);
  }
  if (operator === 'OR') {
    return acceptsMeasurement(left, entry) || acceptsMeasurement(right, entry);
  }
  return acceptsComparison(expr, entry);
}
