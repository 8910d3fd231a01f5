import type { MeasurementSource, Select } from '@/lib/influxqlAst';
import type { Storage } from '@/demo/storage/storage';
import type { Mapping } from '@/demo/store/dbrps';
import { StatementError } from './results';

/** Who asks, of what, when. */
export interface QueryScope {
  storage: Storage;
  /** Nanoseconds. */
  now: bigint;
  /** All of the org, physical ones first. */
  mappings: readonly Mapping[];
  canRead: (mapping: Mapping) => boolean;
  canWrite: (mapping: Mapping) => boolean;
  /** `db` and `rp` of the request; '' = not given. */
  database: string;
  retentionPolicy: string;
  /** 2.9: DELETE honours a retention policy, DROP MEASUREMENT reaches every one of the database. */
  deletesEverywhere: boolean;
}

export function visibleMappings(scope: QueryScope, database?: string): Mapping[] {
  return scope.mappings.filter(
    (mapping) =>
      (database === undefined || mapping.database === database) && scope.canRead(mapping),
  );
}

/** The default mapping of a database, for the statements that look at no other. */
export function defaultMapping(scope: QueryScope, database: string): Mapping {
  if (database === '') throw new StatementError('database name required');
  const mapping = visibleMappings(scope, database).find((one) => one.default);
  if (mapping) return mapping;
  throw new StatementError(`default retention policy not set for: ${database}`);
}

/** Completes a source by the request's database and retention policy, else the default one. */
function normalise(
  scope: QueryScope,
  source: MeasurementSource,
): { mappings: Mapping[]; retentionPolicy: string } {
  const database = source.database === '' ? scope.database : source.database;
  if (database === '') throw new StatementError('database name required');
  const mappings = visibleMappings(scope, database);
  if (mappings.length === 0) throw new StatementError(`database not found: ${database}`);
  const named = source.retentionPolicy === '' ? scope.retentionPolicy : source.retentionPolicy;
  const retentionPolicy =
    named === '' ? mappings.find((one) => one.default)?.retention_policy : named;
  if (retentionPolicy !== undefined) return { mappings, retentionPolicy };
  throw new StatementError(`default retention policy not set for: ${database}`);
}

/** Refuses a query of unknown databases, as the server does before it reads the rest of it. */
export function checkDatabases(scope: QueryScope, select: Select): void {
  if (select.into) normalise(scope, select.into);
  for (const source of select.sources) {
    if (source.kind === 'subquery') checkDatabases(scope, source.select);
    else normalise(scope, source);
  }
}

export function bucketOf(scope: QueryScope, source: MeasurementSource): string {
  const { mappings, retentionPolicy } = normalise(scope, source);
  const mapping = mappings.find((one) => one.retention_policy === retentionPolicy);
  if (mapping) return mapping.bucketID;
  throw new StatementError(`retention policy not found: ${retentionPolicy}`);
}
