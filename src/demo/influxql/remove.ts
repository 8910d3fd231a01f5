import type { DropStatement, Expr, MeasurementSource } from '@/lib/influxqlAst';
import { formatExpr } from '@/lib/influxqlFormatExpr';
import type { Mapping } from '@/demo/store/dbrps';
import { sourceTest } from './catalogue';
import { splitCondition } from './condition';
import type { QueryScope } from './databases';
import { visibleMappings } from './databases';
import { walk } from './expression';
import { compileFilter } from './filter';
import { StatementError } from './results';
import { MAX_TIME, MIN_TIME } from './timeLiteral';

type Delete = Extract<DropStatement, { sources: unknown }>;

function permitted(scope: QueryScope, mapping: Mapping): Mapping {
  if (scope.canRead(mapping) && scope.canWrite(mapping)) return mapping;
  throw new StatementError('insufficient permissions');
}

/** Before 2.9 the default retention policy only. */
function onlyMapping(scope: QueryScope): Mapping {
  const { database } = scope;
  if (database === '') throw new StatementError('database name required');
  const mapping = scope.mappings.find((one) => one.database === database && one.default);
  if (mapping) return permitted(scope, mapping);
  throw new StatementError(`default retention policy not set for: ${database}`);
}

function mappingsOf(scope: QueryScope, retentionPolicy: string): Mapping[] {
  return visibleMappings(scope, scope.database).filter((one) =>
    retentionPolicy === '' ? one.default : one.retention_policy === retentionPolicy,
  );
}

const tagOperands: readonly Expr['kind'][] = ['string', 'regex', 'reference'];

/** Compares with what no tag could be. */
function comparesField(expr: Expr): boolean {
  if (expr.kind === 'parens') return comparesField(expr.expr);
  if (expr.kind !== 'binary') return false;
  const { operator, left, right } = expr;
  if (operator === 'AND' || operator === 'OR') return comparesField(left) || comparesField(right);
  const other = left.kind === 'reference' ? right : right.kind === 'reference' ? left : null;
  return other !== null && !tagOperands.includes(other.kind);
}

/** A condition on fields is refused; a shard number that says nothing stands in the server's text as well. */
function rejectFields(
  scope: QueryScope,
  bucketID: string,
  condition: Expr,
  matches: (measurement: string) => boolean,
): void {
  if (condition.kind === 'reference') {
    throw new StatementError(`invalid condition expression: ${formatExpr(condition)}`);
  }
  const names = new Set<string>();
  walk(condition, (part) => names.add(part.name));
  const tags = new Set<string>();
  const fields = new Set<string>();
  let isMatched = false;
  for (const series of scope.storage.seriesKeys(bucketID)) {
    isMatched ||= matches(series.measurement);
    fields.add(series.field);
    for (const [key] of series.tags) tags.add(key);
  }
  const ofField = [...names].some((name) => fields.has(name) && !tags.has(name));
  if (!ofField && !(isMatched && comparesField(condition))) return;
  throw new StatementError('shard 1: fields not supported in WHERE clause during deletion');
}

function deleteIn(
  scope: QueryScope,
  mapping: Mapping,
  sources: readonly MeasurementSource[],
  condition: Expr | undefined,
): void {
  const { range, rest } = splitCondition(condition, { now: scope.now, timeZone: undefined });
  const matches = sourceTest(sources);
  if (rest) rejectFields(scope, mapping.bucketID, rest, matches);
  const filter = compileFilter(rest, { fields: new Map(), tags: new Set() });
  const span = { start: range.min ?? MIN_TIME, stop: (range.max ?? MAX_TIME) + 1n };
  scope.storage.deleteWhere(
    mapping.bucketID,
    span,
    ({ measurement, tags }) =>
      matches(measurement) && filter.acceptsSeries(measurement, new Map(tags)),
  );
}

function deleteMappings(scope: QueryScope, retentionPolicy: string): Mapping[] {
  if (!scope.deletesEverywhere) return [onlyMapping(scope)];
  const found = mappingsOf(scope, retentionPolicy);
  if (found.length > 0) return found;
  throw new StatementError(
    `no dbrp mappings found: db=${scope.database}, rp=${retentionPolicy}, please check to make sure db and rp exist`,
  );
}

/** All sources in the retention policy that the first one names; without one, and without FROM, in the default one. */
export function runDelete(scope: QueryScope, { sources, condition }: Delete): void {
  for (const mapping of deleteMappings(scope, sources[0]?.retentionPolicy ?? '')) {
    deleteIn(scope, permitted(scope, mapping), sources, condition);
  }
}

export function runDropMeasurement(scope: QueryScope, name: string): void {
  const all = scope.deletesEverywhere
    ? visibleMappings(scope, scope.database)
    : [onlyMapping(scope)];
  const source = { kind: 'measurement' as const, database: '', retentionPolicy: '', name };
  for (const mapping of all) deleteIn(scope, permitted(scope, mapping), [source], undefined);
}
