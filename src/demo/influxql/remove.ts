import type { DropStatement, Expr, MeasurementSource } from '@/lib/influxqlAst';
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

function mappingOf(scope: QueryScope, retentionPolicy: string): Mapping {
  const { database } = scope;
  if (database === '') throw new StatementError('database name required');
  const mapping = scope.mappings.find(
    (one) =>
      one.database === database &&
      (retentionPolicy === '' ? one.default : one.retention_policy === retentionPolicy),
  );
  if (mapping) return permitted(scope, mapping);
  throw new StatementError(
    retentionPolicy === ''
      ? `default retention policy not set for: ${database}`
      : `retention policy not found: ${retentionPolicy}`,
  );
}

/** A condition on fields is refused; a shard number that says nothing stands in the server's text as well. */
function rejectFields(scope: QueryScope, bucketID: string, condition: Expr): void {
  const names = new Set<string>();
  walk(condition, (part) => names.add(part.name));
  const tags = new Set<string>();
  const fields = new Set<string>();
  for (const series of scope.storage.seriesKeys(bucketID)) {
    fields.add(series.field);
    for (const [key] of series.tags) tags.add(key);
  }
  for (const name of names) {
    if (!fields.has(name) || tags.has(name)) continue;
    throw new StatementError('shard 1: fields not supported in WHERE clause during deletion');
  }
}

function deleteIn(
  scope: QueryScope,
  mapping: Mapping,
  sources: readonly MeasurementSource[],
  condition: Expr | undefined,
): void {
  const { range, rest } = splitCondition(condition, { now: scope.now, timeZone: undefined });
  if (rest) rejectFields(scope, mapping.bucketID, rest);
  const filter = compileFilter(rest, { fields: new Map(), tags: new Set() });
  const matches = sourceTest(sources);
  const span = { start: range.min ?? MIN_TIME, stop: (range.max ?? MAX_TIME) + 1n };
  scope.storage.deleteWhere(
    mapping.bucketID,
    span,
    ({ measurement, tags }) =>
      matches(measurement) && filter.acceptsSeries(measurement, new Map(tags)),
  );
}

/** Each source in the retention policy it names; without one, and without FROM, in the default one. */
export function runDelete(scope: QueryScope, { sources, condition }: Delete): void {
  const policies = new Set(sources.map(({ retentionPolicy }) => retentionPolicy));
  if (policies.size === 0) policies.add('');
  const mapped = [...policies].map((policy) => ({ policy, mapping: mappingOf(scope, policy) }));
  for (const { policy, mapping } of mapped) {
    const own = sources.filter(({ retentionPolicy }) => retentionPolicy === policy);
    deleteIn(scope, mapping, own, condition);
  }
}

export function runDropMeasurement(scope: QueryScope, name: string): void {
  const first = mappingOf(scope, '');
  const all = scope.deletesEverywhere ? visibleMappings(scope, scope.database) : [first];
  const source = { kind: 'measurement' as const, database: '', retentionPolicy: '', name };
  for (const mapping of all) deleteIn(scope, permitted(scope, mapping), [source], undefined);
}
