import { fluxRequest } from '@/api/flux';
import { influxqlRequest } from '@/api/influxql';
import type { SchemaSource } from '@/api/schema';
import type { ApiCall } from '@/lib/apiCall';
import type { FluxVariables, Selection } from '@/lib/fluxBuilder';
import { fluxOf, withVariables } from '@/lib/fluxBuilder';
import { fluxExtern } from '@/lib/fluxExtern';
import { influxqlOf, withInfluxqlVariables } from '@/lib/influxqlBuilder';
import type { ResultRequest } from '@/lib/resultRequest';

/** What is explored: an org by Flux, or a database by InfluxQL, which is all that a v1 user may use. */
export type Source =
  { language: 'flux'; orgID: string } | { language: 'influxql'; database: string };

/** Where names are looked up; null while no bucket is chosen. */
export function schemaSource(source: Source, bucket: string): SchemaSource | null {
  if (source.language === 'influxql') return source;
  return bucket === '' ? null : { language: 'flux', orgID: source.orgID, bucket };
}

/** The builder's text. */
export function textOf(source: Source, selection: Selection): string {
  return source.language === 'flux' ? fluxOf(selection) : influxqlOf(selection);
}

/** The text with range and window written out, to be used elsewhere. */
export function writtenOut(source: Source, text: string, variables: FluxVariables): string {
  return source.language === 'flux'
    ? withVariables(text, variables)
    : withInfluxqlVariables(text, variables);
}

export function requestOf(source: Source, text: string, variables: FluxVariables): ResultRequest {
  if (source.language === 'flux') return fluxRequest(source.orgID, text, fluxExtern(variables));
  return influxqlRequest({
    text: withInfluxqlVariables(text, variables),
    database: source.database,
    epoch: 'ns',
  });
}

/** Whether the range of the page has any effect on the text. */
export function followsRange(source: Source, text: string): boolean {
  return source.language === 'flux'
    ? /\bv\.timeRange(Start|Stop)\b/.test(text)
    : text.includes('$timeFilter');
}

/** Identifies the source in query keys. */
export function sourceKey(source: Source): string[] {
  return source.language === 'flux' ? ['flux', source.orgID] : ['influxql', source.database];
}

/** The query for a script or a terminal. */
export function callOf(source: Source, text: string, variables: FluxVariables): ApiCall {
  const query = writtenOut(source, text, variables);
  if (source.language === 'influxql') {
    return {
      method: 'POST',
      path: '/query',
      query: { db: source.database, q: query, epoch: 'ns' },
    };
  }
  const body = { query, type: 'flux' };
  return { method: 'POST', path: '/api/v2/query', query: { orgID: source.orgID }, body };
}
