import type { Select, Statement } from '@/lib/influxqlAst';
import type { QueryScope } from './databases';
import { bucketOf, checkDatabases } from './databases';
import { explain } from './explain';
import { planSelect } from './plan';
import { runDelete, runDropMeasurement } from './remove';
import type { Result, ResultSeries } from './results';
import { StatementError, slice } from './results';
import { runPlan } from './select';
import { showCardinality } from './showCardinality';
import {
  showDatabases,
  showFieldKeys,
  showMeasurements,
  showRetentionPolicies,
  showSeries,
  showTagKeys,
  showTagValues,
} from './showSchema';

function notImplemented(what: string): never {
  throw new StatementError(`not implemented: ${what}`);
}

function select(scope: QueryScope, statement: Select): Iterable<ResultSeries> {
  checkDatabases(scope, statement);
  const plan = planSelect(statement, scope.now);
  const series = runPlan(plan, {
    storage: scope.storage,
    bucketOf: (source) => bucketOf(scope, source),
  });
  return statement.into ? notImplemented('SELECT INTO') : series;
}

/** The series of an answer; null where the server answers nothing at all. */
function answer(scope: QueryScope, statement: Statement): Iterable<ResultSeries> | null {
  switch (statement.kind) {
    case 'SELECT':
      return select(scope, statement);
    case 'EXPLAIN': {
      checkDatabases(scope, statement.select);
      const plan = planSelect(statement.select, scope.now);
      const source = { storage: scope.storage, bucketOf: bucketOf.bind(null, scope) };
      return explain(statement, plan, source);
    }
    case 'DELETE':
      runDelete(scope, statement);
      return null;
    case 'DROP MEASUREMENT':
      runDropMeasurement(scope, statement.name);
      return null;
    default:
      return show(scope, statement);
  }
}

function show(scope: QueryScope, statement: Statement): ResultSeries[] {
  switch (statement.kind) {
    case 'SHOW DATABASES':
      return showDatabases(scope);
    case 'SHOW RETENTION POLICIES':
      return showRetentionPolicies(scope, statement.database);
    case 'SHOW MEASUREMENTS':
      return showMeasurements(scope, statement);
    case 'SHOW TAG KEYS':
      return showTagKeys(scope, statement);
    case 'SHOW TAG VALUES':
      return showTagValues(scope, statement);
    case 'SHOW FIELD KEYS':
      return showFieldKeys(scope, statement);
    case 'SHOW SERIES':
      return showSeries(scope, statement);
    case 'SHOW SERIES CARDINALITY':
    case 'SHOW MEASUREMENT CARDINALITY':
    case 'SHOW TAG KEY CARDINALITY':
    case 'SHOW FIELD KEY CARDINALITY':
    case 'SHOW TAG VALUES CARDINALITY':
      return showCardinality(scope, statement);
    case 'KILL QUERY':
      return notImplemented('SHOW QUERIES');
    default:
      return notImplemented(statement.kind);
  }
}

/** These are SELECTs to the server, and so are cut into chunks. */
const selections: ReadonlySet<Statement['kind']> = new Set([
  'SELECT',
  'SHOW FIELD KEYS',
  'SHOW SERIES',
  'SHOW SERIES CARDINALITY',
  'SHOW MEASUREMENT CARDINALITY',
  'SHOW TAG KEY CARDINALITY',
  'SHOW FIELD KEY CARDINALITY',
  'SHOW TAG VALUES CARDINALITY',
]);

function* asTheyCome(statementID: number, series: Iterable<ResultSeries>): Generator<Result> {
  let isEmpty = true;
  for (const one of series) {
    isEmpty = false;
    yield { statementID, series: [one] };
  }
  if (isEmpty) yield { statementID, series: [] };
}

/** Cuts series into pieces of at most `rows`; all but the last piece of an answer are partial. */
function* inChunks(
  statementID: number,
  series: Iterable<ResultSeries>,
  rows: number,
): Generator<Result> {
  let held: ResultSeries | null = null;
  for (const one of series) {
    if (held) yield { statementID, series: [held], partial: true };
    let start = 0;
    for (; one.length - start > rows; start += rows) {
      const piece = { ...slice(one, start, start + rows), partial: true };
      yield { statementID, series: [piece], partial: true };
    }
    held = start === 0 ? one : slice(one, start, one.length);
  }
  yield { statementID, series: held ? [held] : [] };
}

function* runStatement(
  scope: QueryScope,
  statement: Statement,
  statementID: number,
  chunkSize: number | null,
): Generator<Result> {
  const series = answer(scope, statement);
  if (series === null) return;
  if (chunkSize === null) yield { statementID, series: [...series] };
  else if (selections.has(statement.kind)) yield* inChunks(statementID, series, chunkSize);
  else yield* asTheyCome(statementID, series);
}

/**
 * Runs the statements one after the other, each when its result is asked for. The first that fails ends it; for each of
 * the following ones but the last the server sends `not executed` under the number of the failed one.
 */
export function* execute(
  scope: QueryScope,
  statements: readonly Statement[],
  chunkSize: number | null,
): Generator<Result> {
  for (const [statementID, statement] of statements.entries()) {
    try {
      yield* runStatement(scope, statement, statementID, chunkSize);
    } catch (error) {
      if (!(error instanceof StatementError)) throw error;
      yield { statementID, series: [], error: error.message };
      for (let i = statementID; i < statements.length - 1; i++) {
        yield { statementID, series: [], error: 'not executed' };
      }
      return;
    }
  }
}

/** An unchunked answer: results of the same statement are one, and the last error counts. */
export function joined(results: Iterable<Result>): Result[] {
  const all: Result[] = [];
  for (const result of results) {
    const last = all.at(-1);
    if (last?.statementID !== result.statementID) {
      all.push({ ...result, series: [...result.series] });
      continue;
    }
    last.series.push(...result.series);
    if (result.error !== undefined) last.error = result.error;
  }
  return all;
}
