import { queryOptions } from '@tanstack/react-query';
import { fluxString } from '@/lib/fluxText';
import { quoteIdentifier } from '@/lib/influxqlQuoting';
import { fluxTables } from './flux';
import { columnOf, influxqlTables } from './influxql';
import type { Table } from './results';

/** Where names are asked for: a bucket by Flux, or a database by InfluxQL (all that a v1 user may use). */
export type SchemaSource =
  { language: 'flux'; orgID: string; bucket: string } | { language: 'influxql'; database: string };

export interface FieldKey {
  name: string;
  /** Only InfluxQL tells. */
  type?: string;
}

/** Without a start the schema functions look at the last 30 days, and older data seems not to exist. */
const everything = 'start: 1970-01-01T00:00:00Z';

function flux(orgID: string, call: string, signal: AbortSignal): Promise<Table[]> {
  return fluxTables(orgID, `import "influxdata/influxdb/schema"\n\nschema.${call}`, signal);
}

function sorted(names: readonly string[]): string[] {
  return [...new Set(names)].sort(new Intl.Collator(undefined, { numeric: true }).compare);
}

function keyOf(source: SchemaSource): string[] {
  return source.language === 'flux'
    ? ['flux', source.orgID, source.bucket]
    : ['influxql', source.database];
}

function show(source: { database: string }, statement: string, signal: AbortSignal) {
  return influxqlTables({ text: statement, database: source.database }, signal);
}

async function measurements(source: SchemaSource, signal: AbortSignal): Promise<string[]> {
  if (source.language === 'influxql') {
    return sorted(columnOf(await show(source, 'SHOW MEASUREMENTS', signal), 'name'));
  }
  const bucket = fluxString(source.bucket);
  const tables = await flux(source.orgID, `measurements(bucket: ${bucket}, ${everything})`, signal);
  return sorted(columnOf(tables, '_value'));
}

async function fields(
  source: SchemaSource,
  measurement: string,
  signal: AbortSignal,
): Promise<FieldKey[]> {
  if (source.language === 'influxql') {
    const text = `SHOW FIELD KEYS FROM ${quoteIdentifier(measurement)}`;
    const tables = await show(source, text, signal);
    const types = columnOf(tables, 'fieldType');
    const keys = columnOf(tables, 'fieldKey').map((name, row) => ({ name, type: types[row] }));
    return keys.sort((a, b) => a.name.localeCompare(b.name));
  }
  const call = `measurementFieldKeys(bucket: ${fluxString(source.bucket)}, measurement: ${fluxString(measurement)}, ${everything})`;
  return sorted(columnOf(await flux(source.orgID, call, signal), '_value')).map((name) => ({
    name,
  }));
}

const notTags = new Set(['_start', '_stop', '_field', '_measurement', '_time', '_value']);

async function tagKeys(source: SchemaSource, measurement: string, signal: AbortSignal) {
  if (source.language === 'influxql') {
    const text = `SHOW TAG KEYS FROM ${quoteIdentifier(measurement)}`;
    return sorted(columnOf(await show(source, text, signal), 'tagKey'));
  }
  const call = `measurementTagKeys(bucket: ${fluxString(source.bucket)}, measurement: ${fluxString(measurement)}, ${everything})`;
  const names = columnOf(await flux(source.orgID, call, signal), '_value');
  return sorted(names.filter((name) => !notTags.has(name)));
}

interface TagPlace {
  measurement: string;
  tag: string;
}

async function tagValues(
  source: SchemaSource,
  { measurement, tag }: TagPlace,
  signal: AbortSignal,
) {
  if (source.language === 'influxql') {
    const text = `SHOW TAG VALUES FROM ${quoteIdentifier(measurement)} WITH KEY = ${quoteIdentifier(tag)}`;
    return sorted(columnOf(await show(source, text, signal), 'value'));
  }
  const call = `measurementTagValues(bucket: ${fluxString(source.bucket)}, measurement: ${fluxString(measurement)}, tag: ${fluxString(tag)}, ${everything})`;
  return sorted(columnOf(await flux(source.orgID, call, signal), '_value'));
}

/** Names in a bucket or database, of all times. */
export const schemaQueries = {
  measurements: (source: SchemaSource) =>
    queryOptions({
      queryKey: ['schema', ...keyOf(source), 'measurements'],
      queryFn: ({ signal }) => measurements(source, signal),
    }),
  fields: (source: SchemaSource, measurement: string) =>
    queryOptions({
      queryKey: ['schema', ...keyOf(source), 'fields', measurement],
      queryFn: ({ signal }) => fields(source, measurement, signal),
    }),
  tagKeys: (source: SchemaSource, measurement: string) =>
    queryOptions({
      queryKey: ['schema', ...keyOf(source), 'tagKeys', measurement],
      queryFn: ({ signal }) => tagKeys(source, measurement, signal),
    }),
  tagValues: (source: SchemaSource, place: TagPlace) =>
    queryOptions({
      queryKey: ['schema', ...keyOf(source), 'tagValues', place.measurement, place.tag],
      queryFn: ({ signal }) => tagValues(source, place, signal),
    }),
};
