import { queryOptions } from '@tanstack/react-query';
import { fluxString } from '@/lib/fluxText';
import { fluxTables } from './flux';
import type { Bucket } from './buckets';
import type { Table } from './results';

const allTime = 'start: 1970-01-01T00:00:00Z, stop: 2200-01-01T00:00:00Z';

export interface EdgePoint {
  time: string;
  measurement: string;
}

/** The types of `_value` differ between series, and group() joins only equal ones: it has to go first. */
function edgeText(name: string, selector: 'first' | 'last'): string {
  return `from(bucket: ${fluxString(name)})
  |> range(${allTime})
  |> ${selector}()
  |> keep(columns: ["_time", "_measurement"])
  |> group()
  |> sort(columns: ["_time"], desc: ${selector === 'last'})
  |> limit(n: 1)`;
}

function edgeOf([table]: readonly Table[]): EdgePoint | null {
  const [row] = table?.rows ?? [];
  if (!table || !row) return null;
  const at = (column: string) => String(row[table.columns.indexOf(column)] ?? '');
  return { time: at('_time'), measurement: at('_measurement') };
}

async function edge(selector: 'first' | 'last', { orgID, name }: Place, signal: AbortSignal) {
  return edgeOf(await fluxTables(orgID, edgeText(name, selector), signal));
}

type Place = Pick<Bucket, 'id' | 'orgID' | 'name'>;

function olderText(name: string, seconds: number): string {
  return `from(bucket: ${fluxString(name)})
  |> range(start: 1970-01-01T00:00:00Z, stop: -${seconds}s)
  |> count()
  |> group()
  |> sum()`;
}

export const bucketDataQueries = {
  newest: (bucket: Place) =>
    queryOptions({
      queryKey: ['bucketData', 'newest', bucket.id, bucket.name],
      queryFn: ({ signal }) => edge('last', bucket, signal),
    }),
  oldest: (bucket: Place) =>
    queryOptions({
      queryKey: ['bucketData', 'oldest', bucket.id, bucket.name],
      queryFn: ({ signal }) => edge('first', bucket, signal),
    }),
  /** Values, one a field: what a shorter retention would drop. Reads them all: only on demand. */
  older: ({ id, orgID, name }: Place, seconds: number) =>
    queryOptions({
      queryKey: ['bucketData', 'older', id, name, seconds],
      queryFn: async ({ signal }) => {
        const [table] = await fluxTables(orgID, olderText(name, seconds), signal);
        const value = table?.rows[0]?.[table.columns.indexOf('_value')];
        return typeof value === 'number' ? value : 0;
      },
    }),
};
