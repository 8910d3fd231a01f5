import type { Call, Expr } from '@/lib/influxqlAst';
import { formatDurationLiteral } from '@/lib/influxqlDuration';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import { goType } from './condition';
import { StatementError } from './results';

/** What a statement's columns are, gathered while they are checked. */
export interface FieldFacts {
  hasInterval: boolean;
  inheritsInterval: boolean;
  limit: number;
  calls: Call[];
  onlySelectors: boolean;
  hasDistinct: boolean;
  hasColumns: boolean;
  topBottom: string;
  /** Off within arithmetic. */
  wildcardAllowed: boolean;
  checkNested: (expr: Expr) => void;
}

function fail(message: string): never {
  throw new StatementError(message);
}

export function checkCount(call: Call, min: number, max = min): void {
  const got = call.args.length;
  if (got >= min && got <= max) return;
  const wanted = min === max ? String(min) : `at least ${min} but no more than ${max}`;
  fail(`invalid number of arguments for ${call.name}, expected ${wanted}, got ${got}`);
}

function checkField(name: string, field: Expr | undefined, facts: FieldFacts): void {
  switch (field?.kind) {
    case 'reference':
      return;
    case 'wildcard':
      if (!facts.wildcardAllowed) fail(`unsupported expression with wildcard: ${name}()`);
      facts.onlySelectors = false;
      return;
    case 'regex':
      if (!facts.wildcardAllowed) fail(`unsupported expression with regex field: ${name}()`);
      facts.onlySelectors = false;
      return;
    default:
      fail(`expected field argument in ${name}()`);
  }
}

export function checkDistinct(args: readonly Expr[], nested: boolean, facts: FieldFacts): void {
  if (args.length === 0) fail('distinct function requires at least one argument');
  if (args.length > 1) fail('distinct function can only have one argument');
  if (args[0]?.kind !== 'reference') fail('expected field argument in distinct()');
  if (!nested) facts.hasDistinct = true;
  facts.onlySelectors = false;
}

/** The second argument of functions that take a unit of time. */
function checkUnit(call: Call, message: string): void {
  const [, unit] = call.args;
  if (!unit) return;
  if (unit.kind !== 'duration') fail(message);
  if (unit.ns <= 0n)
    fail(`duration argument must be positive, got ${formatDurationLiteral(unit.ns)}`);
}

function checkTransform(call: Call, facts: FieldFacts): void {
  const { name } = call;
  const [first] = call.args;
  facts.onlySelectors = false;
  if (first?.kind === 'call') {
    if (!facts.hasInterval) fail(`${name} aggregate requires a GROUP BY interval`);
    facts.checkNested(first);
    return;
  }
  if (facts.hasInterval && !facts.inheritsInterval) {
    fail(`aggregate function required inside the call to ${name}`);
  }
  checkField(name, first, facts);
}

function checkWithUnit(call: Call, facts: FieldFacts): void {
  checkCount(call, 1, 2);
  const [, unit] = call.args;
  const got = unit ? goType(unit) : '';
  checkUnit(call, `second argument to ${call.name} must be a duration, got ${got}`);
  checkTransform(call, facts);
}

function checkSingle(call: Call, facts: FieldFacts): void {
  const got = call.args.length;
  if (got !== 1) fail(`invalid number of arguments for ${call.name}, expected 1, got ${got}`);
  checkTransform(call, facts);
}

function checkMovingAverage(call: Call, facts: FieldFacts): void {
  const got = call.args.length;
  if (got !== 2) fail(`invalid number of arguments for moving_average, expected 2, got ${got}`);
  const [, size] = call.args;
  if (size?.kind !== 'integer') {
    const type = size ? goType(size) : '';
    fail(`second argument for moving_average must be an integer, got ${type}`);
  }
  if (size.value <= 1n) fail(`moving_average window must be greater than 1, got ${size.value}`);
  checkTransform(call, facts);
}

function checkIntegral(call: Call, facts: FieldFacts): void {
  checkCount(call, 1, 2);
  checkUnit(call, 'second argument must be a duration');
  facts.onlySelectors = false;
  checkField('integral', call.args[0], facts);
}

function checkPercentile(call: Call, facts: FieldFacts): void {
  checkCount(call, 2);
  const [field, percent] = call.args;
  if (percent?.kind !== 'integer' && percent?.kind !== 'number') {
    fail('expected float argument in percentile()');
  }
  checkField('percentile', field, facts);
}

function checkTopBottom(call: Call, facts: FieldFacts): void {
  const { name, args } = call;
  if (facts.topBottom !== '') {
    fail(`selector function ${facts.topBottom}() cannot be combined with other functions`);
  }
  if (args.length < 2) {
    fail(`invalid number of arguments for ${name}, expected at least 2, got ${args.length}`);
  }
  const last = args.at(-1);
  if (last?.kind !== 'integer') {
    fail(`expected integer as last argument in ${name}(), found ${last ? formatExpr(last) : ''}`);
  }
  if (last.value <= 0n) fail(`limit (${last.value}) in ${name} function must be at least 1`);
  if (facts.limit > 0 && last.value > BigInt(facts.limit)) {
    fail(
      `limit (${last.value}) in ${name} function can not be larger than the LIMIT (${facts.limit}) in the select statement`,
    );
  }
  const [first, ...tags] = args.slice(0, -1);
  if (first?.kind !== 'reference') {
    fail(
      `expected first argument to be a field in ${name}(), found ${first ? formatExpr(first) : ''}`,
    );
  }
  const other = tags.find(({ kind }) => kind !== 'reference');
  if (other) fail(`only fields or tags are allowed in ${name}(), found ${formatExpr(other)}`);
  if (tags.length > 0) facts.hasColumns = true;
  facts.topBottom = name;
}

function checkSelector(call: Call, facts: FieldFacts): void {
  checkCount(call, 1);
  checkField(call.name, call.args[0], facts);
}

function checkAggregate(call: Call, facts: FieldFacts): void {
  facts.onlySelectors = false;
  checkSelector(call, facts);
}

function checkCountCall(call: Call, facts: FieldFacts): void {
  facts.onlySelectors = false;
  checkCount(call, 1);
  const [arg] = call.args;
  if (arg?.kind === 'call' && arg.name === 'distinct') checkDistinct(arg.args, true, facts);
  else checkField('count', arg, facts);
}

const checks: Readonly<Record<string, (call: Call, facts: FieldFacts) => void>> = {
  count: checkCountCall,
  sum: checkAggregate,
  mean: checkAggregate,
  median: checkAggregate,
  mode: checkAggregate,
  stddev: checkAggregate,
  spread: checkAggregate,
  min: checkSelector,
  max: checkSelector,
  first: checkSelector,
  last: checkSelector,
  percentile: checkPercentile,
  distinct: (call, facts) => checkDistinct(call.args, false, facts),
  top: checkTopBottom,
  bottom: checkTopBottom,
  integral: checkIntegral,
  derivative: checkWithUnit,
  non_negative_derivative: checkWithUnit,
  elapsed: checkWithUnit,
  difference: checkSingle,
  non_negative_difference: checkSingle,
  cumulative_sum: checkSingle,
  moving_average: checkMovingAverage,
};

/** A function that is not of mathematics: known, and with arguments that it takes. */
export function checkCall(call: Call, facts: FieldFacts): void {
  const check = Object.hasOwn(checks, call.name) ? checks[call.name] : undefined;
  if (!check) fail(`undefined function ${call.name}()`);
  check(call, facts);
}
