import type {
  ShowMeasurements,
  ShowStatement,
  ShowTagKeys,
  ShowTagValues,
} from '@/lib/influxqlAst';
import { formatSeriesKey } from '@/lib/lineProtocolWrite';
import { compareBytes } from '@/lib/byteOrder';
import type { Mapping } from '@/demo/store/dbrps';
import type { Catalogue, MeasurementEntry } from './catalogue';
import { keyTest, readCatalogue } from './catalogue';
import { hasTime } from './condition';
import type { QueryScope } from './databases';
import { acceptsMeasurement } from './measurementCondition';
import { bucketOf, defaultMapping, visibleMappings } from './databases';
import type { Cell, ResultSeries } from './results';
import { StatementError, limited, tableOf } from './results';

type ShowFrom = Extract<ShowStatement, { sources: unknown }>;

export function showDatabases(scope: QueryScope): ResultSeries[] {
  const names = new Set(visibleMappings(scope).map(({ database }) => database));
  return [
    tableOf(
      'databases',
      ['name'],
      [...names].map((name) => [name]),
    ),
  ];
}

/** The server shows the same durations for every retention policy. */
export function showRetentionPolicies(scope: QueryScope, named: string): ResultSeries[] {
  const database = named === '' ? scope.database : named;
  if (database === '') throw new StatementError('database name required');
  const rows = visibleMappings(scope, database).map((mapping) => {
    return [mapping.retention_policy, '0s', '168h0m0s', 1n, mapping.default];
  });
  const columns = ['name', 'duration', 'shardGroupDuration', 'replicaN', 'default'];
  return [tableOf('', columns, rows)];
}

function measurementMappings(scope: QueryScope, statement: ShowMeasurements): Mapping[] {
  const { anyDatabase, anyRetentionPolicy, retentionPolicy } = statement;
  const database = statement.database === '' ? scope.database : statement.database;
  if (!anyDatabase && database === '') throw new StatementError('database name required');
  if (anyDatabase && !anyRetentionPolicy) {
    const what = retentionPolicy === '' ? '*' : '*.rp';
    throw new StatementError(
      `query 'SHOW MEASUREMENTS ON ${what}' not supported. use 'ON *.*' or specify a database`,
    );
  }
  return visibleMappings(scope, anyDatabase ? undefined : database)
    .filter((mapping) => {
      if (anyRetentionPolicy) return true;
      return retentionPolicy === ''
        ? mapping.default
        : mapping.retention_policy === retentionPolicy;
    })
    .sort(
      (a, b) =>
        compareBytes(a.database, b.database) ||
        compareBytes(a.retention_policy, b.retention_policy),
    );
}

export function showMeasurements(scope: QueryScope, statement: ShowMeasurements): ResultSeries[] {
  const { condition, sources } = statement;
  if (hasTime(condition)) {
    throw new StatementError("SHOW MEASUREMENTS doesn't support time in WHERE clause");
  }
  const { storage, now } = scope;
  const rows = measurementMappings(scope, statement).flatMap((mapping) => {
    const { bucketID } = mapping;
    const everything = { storage, bucketID, now, sources, condition: undefined };
    return [...readCatalogue(everything).measurements]
      .filter(([, entry]) => acceptsMeasurement(condition, entry))
      .map(([name]) => name)
      .sort(compareBytes)
      .map((name) => [name, mapping.database, mapping.retention_policy]);
  });
  const shown = limited(rows, statement);
  if (shown.length === 0) return [];
  const namesOnly =
    !statement.anyDatabase && !statement.anyRetentionPolicy && statement.retentionPolicy === '';
  const columns = namesOnly ? ['name'] : ['name', 'database', 'retention policy'];
  return [tableOf('measurements', columns, shown)];
}

function sortedEntries({ measurements }: Catalogue): [string, MeasurementEntry][] {
  return [...measurements].sort(([a], [b]) => compareBytes(a, b));
}

/** One table a measurement; those without rows are left out. */
function tables(
  catalogue: Catalogue,
  columns: readonly string[],
  limits: { limit: number; offset: number },
  rowsOf: (entry: MeasurementEntry) => Cell[][],
): ResultSeries[] {
  return sortedEntries(catalogue)
    .map(([name, entry]) => tableOf(name, columns, limited(rowsOf(entry), limits)))
    .filter(({ length }) => length > 0);
}

/** SHOW TAG KEYS and TAG VALUES look at the default retention policy only. */
function defaultCatalogue(scope: QueryScope, statement: ShowTagKeys | ShowTagValues): Catalogue {
  const database = statement.database === '' ? scope.database : statement.database;
  const { bucketID } = defaultMapping(scope, database);
  const { storage, now } = scope;
  const { sources, condition } = statement;
  return readCatalogue({ storage, bucketID, now, sources, condition });
}

/** With the deleted series that the index still names. */
function indexed(entry: MeasurementEntry): MeasurementEntry {
  return { ...entry, series: [...entry.series, ...entry.deleted] };
}

export function tagKeys({ series }: MeasurementEntry): string[] {
  const keys = new Set(series.flatMap((tags) => tags.map(([key]) => key)));
  return [...keys].sort(compareBytes);
}

export function showTagKeys(scope: QueryScope, statement: ShowTagKeys): ResultSeries[] {
  const accepts = keyTest(statement.keys);
  return tables(defaultCatalogue(scope, statement), ['tagKey'], statement, (entry) =>
    tagKeys(indexed(entry))
      .filter(accepts)
      .map((key) => [key]),
  );
}

export function tagValues(
  entry: MeasurementEntry,
  accepts: (key: string) => boolean,
): [string, string][] {
  return tagKeys(entry)
    .filter(accepts)
    .flatMap((key) => {
      const values = entry.series.flatMap((tags) => tags.find(([name]) => name === key)?.[1] ?? []);
      const sorted = [...new Set(values)].sort(compareBytes);
      return sorted.map((value): [string, string] => [key, value]);
    });
}

export function showTagValues(scope: QueryScope, statement: ShowTagValues): ResultSeries[] {
  const accepts = keyTest(statement.keys);
  const catalogue = defaultCatalogue(scope, statement);
  return tables(catalogue, ['key', 'value'], statement, (entry) =>
    tagValues(indexed(entry), accepts),
  );
}

/** What the sources of a statement hold, each in its own database; without FROM all of the database. */
export function sourceCatalogue(scope: QueryScope, statement: ShowFrom): Catalogue {
  const everything = {
    kind: 'measurement' as const,
    database: '',
    retentionPolicy: '',
    name: '',
    regex: { kind: 'regex' as const, source: '' },
  };
  const sources = statement.sources.length === 0 ? [everything] : statement.sources;
  const measurements: Catalogue['measurements'] = new Map();
  const { storage, now } = scope;
  const { condition } = statement;
  for (const source of sources) {
    const database = source.database === '' ? statement.database : source.database;
    const bucketID = bucketOf(scope, { ...source, database });
    const found = readCatalogue({ storage, bucketID, now, sources: [source], condition });
    for (const [name, entry] of found.measurements) measurements.set(name, entry);
  }
  return { measurements };
}

export function showFieldKeys(scope: QueryScope, statement: ShowFrom): ResultSeries[] {
  return tables(sourceCatalogue(scope, statement), ['fieldKey', 'fieldType'], statement, (entry) =>
    [...entry.fields]
      .sort(([a], [b]) => compareBytes(a, b))
      .flatMap(([field, types]) => types.map((type) => [field, type])),
  );
}

export function showSeries(scope: QueryScope, statement: ShowFrom): ResultSeries[] {
  const keys = sortedEntries(sourceCatalogue(scope, statement)).flatMap(([name, { series }]) =>
    series.map((tags) => formatSeriesKey(name, tags)),
  );
  const rows = limited(keys.sort(compareBytes), statement).map((key) => [key]);
  return rows.length === 0 ? [] : [tableOf('', ['key'], rows)];
}
