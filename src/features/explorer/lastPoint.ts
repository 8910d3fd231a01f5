import { queryOptions } from '@tanstack/react-query';
import { fluxTables } from '@/api/flux';
import { influxqlTables } from '@/api/influxql';
import type { Table } from '@/api/results';
import type { Selection } from '@/lib/fluxBuilder';
import { lastFluxOf } from '@/lib/fluxBuilder';
import { lastInfluxqlOf } from '@/lib/influxqlBuilder';
import type { Interval } from '@/lib/timeRange';
import { formatTimeRange } from '@/lib/timeRange';
import type { Source } from './source';
import { sourceKey } from './source';

function timeOf([table]: readonly Table[], column: string): number | null {
  const value = table?.rows[0]?.[table.columns.indexOf(column)];
  if (value === undefined || value === null) return null;
  const ms = typeof value === 'number' ? value : Date.parse(String(value));
  return Number.isNaN(ms) ? null : ms;
}

async function ask(source: Source, selection: Selection, signal: AbortSignal) {
  if (source.language === 'flux') {
    return timeOf(await fluxTables(source.orgID, lastFluxOf(selection), signal), '_time');
  }
  const { database } = source;
  const text = lastInfluxqlOf(selection);
  return timeOf(await influxqlTables({ text, database, epoch: 'ms' }, signal), 'time');
}

/** When the newest point of a selection is; null when it has none at all. */
export function lastPointQuery(source: Source, selection: Selection) {
  const { bucket, measurement, fields, tags } = selection;
  return queryOptions({
    queryKey: ['lastPoint', ...sourceKey(source), bucket, measurement, fields, tags],
    queryFn: ({ signal }) => ask(source, selection, signal),
  });
}

/** A range as long as the one before, with the point near its end. */
export function rangeAround(ms: number, { from, to }: Interval): string {
  const length = to - from;
  const end = Math.ceil(ms + length / 20);
  return formatTimeRange({ kind: 'absolute', from: end - Math.ceil(length), to: end });
}
