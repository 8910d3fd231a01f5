import type { ShowCardinality } from '@/lib/influxqlAst';
import type { MeasurementEntry } from './catalogue';
import { keyTest } from './catalogue';
import { hasTime } from './condition';
import type { QueryScope } from './databases';
import type { ResultSeries } from './results';
import { StatementError, tableOf } from './results';
import { compareBytes } from '@/lib/byteOrder';
import { sourceCatalogue, tagKeys, tagValues } from './showSchema';

const withoutTime: Partial<Record<ShowCardinality['kind'], string>> = {
  'SHOW SERIES CARDINALITY': 'SHOW SERIES EXACT CARDINALITY',
  'SHOW MEASUREMENT CARDINALITY': 'SHOW MEASUREMENT EXACT CARDINALITY',
  'SHOW TAG KEY CARDINALITY': 'SHOW TAG KEY EXACT CARDINALITY',
  'SHOW FIELD KEY CARDINALITY': 'SHOW FIELD KEY CARDINALITY',
};

function isEstimate(statement: ShowCardinality): boolean {
  const { exact, sources, condition, dimensions, limit, offset } = statement;
  return (
    (statement.kind === 'SHOW SERIES CARDINALITY' ||
      statement.kind === 'SHOW MEASUREMENT CARDINALITY') &&
    !exact &&
    sources.length === 0 &&
    condition === undefined &&
    dimensions.length === 0 &&
    limit === 0 &&
    offset === 0
  );
}

function countIn(entry: MeasurementEntry, statement: ShowCardinality): number {
  switch (statement.kind) {
    case 'SHOW TAG KEY CARDINALITY':
      return tagKeys(entry).length;
    case 'SHOW FIELD KEY CARDINALITY':
      return entry.fields.size;
    case 'SHOW TAG VALUES CARDINALITY': {
      const values = tagValues(entry, keyTest(statement.keys));
      return new Set(values.map(([, value]) => value)).size;
    }
    default:
      return entry.series.length;
  }
}

/** Exact counts by measurement. The server has no estimates. */
export function showCardinality(scope: QueryScope, statement: ShowCardinality): ResultSeries[] {
  if (isEstimate(statement)) throw new StatementError(`not implemented: ${statement.kind}`);
  const name = withoutTime[statement.kind];
  if (name !== undefined && hasTime(statement.condition)) {
    throw new StatementError(`${name} doesn't support time in WHERE clause`);
  }
  const { measurements } = sourceCatalogue(scope, statement);
  if (statement.kind === 'SHOW MEASUREMENT CARDINALITY') {
    return measurements.size === 0 ? [] : [tableOf('', ['count'], [[BigInt(measurements.size)]])];
  }
  return [...measurements]
    .sort(([a], [b]) => compareBytes(a, b))
    .map(([measurement, entry]) => ({ measurement, count: countIn(entry, statement) }))
    .filter(({ count }) => count > 0)
    .map(({ measurement, count }) => tableOf(measurement, ['count'], [[BigInt(count)]]));
}
