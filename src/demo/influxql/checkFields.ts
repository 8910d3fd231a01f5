import type { Expr, Field, Fill } from '@/lib/influxqlAst';
import type { FieldFacts } from './checkCalls';
import { checkCall, checkCount, checkDistinct } from './checkCalls';
import { isMathFunction, mathArguments } from './mathFunctions';
import { StatementError } from './results';

function fail(message: string): never {
  throw new StatementError(message);
}

function isLiteral(expr: Expr): boolean {
  switch (expr.kind) {
    case 'binary':
      return isLiteral(expr.left) && isLiteral(expr.right);
    case 'parens':
      return isLiteral(expr.expr);
    default:
      return ['string', 'number', 'integer', 'unsigned', 'boolean', 'duration'].includes(expr.kind);
  }
}

function checkExpr(expr: Expr, facts: FieldFacts): void {
  if (isLiteral(expr)) fail('field must contain at least one variable');
  switch (expr.kind) {
    case 'reference':
      facts.hasColumns = true;
      return;
    case 'wildcard':
    case 'regex':
      facts.hasColumns = true;
      if (facts.wildcardAllowed) return;
      fail(`unable to use ${expr.kind} in a binary expression`);
      return;
    case 'call':
      if (isMathFunction(expr.name)) {
        checkCount(expr, mathArguments(expr.name));
        for (const arg of expr.args) if (!isLiteral(arg)) checkExpr(arg, facts);
        return;
      }
      facts.calls.push(expr);
      checkCall(expr, facts);
      return;
    case 'binary':
      facts.wildcardAllowed = false;
      for (const side of [expr.left, expr.right]) if (!isLiteral(side)) checkExpr(side, facts);
      return;
    case 'parens':
      checkExpr(expr.expr, facts);
      return;
    default:
      fail('unimplemented');
  }
}

/** Within a transformation `distinct` need not stand alone. */
function checkNested(expr: Expr, facts: FieldFacts): void {
  if (expr.kind === 'call' && expr.name === 'distinct') checkDistinct(expr.args, true, facts);
  else checkExpr(expr, facts);
}

export interface FieldContext {
  hasInterval: boolean;
  inheritsInterval: boolean;
  limit: number;
  fill: Fill;
}

function checkTogether(facts: FieldFacts, { fill }: FieldContext): void {
  const { calls, topBottom } = facts;
  if (calls.length > 1 && topBottom !== '') {
    fail(`selector function ${topBottom}() cannot be combined with other functions`);
  }
  if (calls.length === 0) {
    if (fill.mode === 'none' || fill.mode === 'linear') {
      fail(`fill(${fill.mode}) must be used with a function`);
    }
    if (facts.hasInterval && !facts.inheritsInterval) {
      fail('GROUP BY requires at least one aggregate function');
    }
  }
  if (facts.hasDistinct && (calls.length !== 1 || facts.hasColumns)) {
    fail('aggregate function distinct() cannot be combined with other functions or fields');
  }
  if (facts.hasColumns && !facts.onlySelectors) {
    fail('mixing aggregate and non-aggregate queries is not supported');
  }
  if (facts.hasColumns && calls.length > 1) {
    fail('mixing multiple selector functions with tags or fields is not supported');
  }
}

/** Refuses columns that do not go together, with the server's words. */
export function checkFields(fields: readonly Field[], context: FieldContext): void {
  const facts: FieldFacts = {
    hasInterval: context.hasInterval,
    inheritsInterval: context.inheritsInterval,
    limit: context.limit,
    calls: [],
    onlySelectors: true,
    hasDistinct: false,
    hasColumns: false,
    topBottom: '',
    wildcardAllowed: true,
    checkNested: (expr) => checkNested(expr, facts),
  };
  if (fields.length === 0) fail('at least 1 non-time field must be queried');
  for (const { expr } of fields) {
    facts.wildcardAllowed = true;
    checkExpr(expr, facts);
  }
  checkTogether(facts, context);
}
