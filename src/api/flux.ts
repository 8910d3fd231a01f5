import type { FluxTableMetaData } from '@influxdata/influxdb-client';
import type { Connection } from './client';
import { connection, recovering } from './client';
import { authorization } from './credentials';
import type { ResultRequest, Table } from './results';
import { QueryFailure } from './results';

const dialect = {
  header: true,
  delimiter: ',',
  quoteChar: '"',
  commentPrefix: '#',
  annotations: ['datatype', 'group', 'default'],
};

/** What the data worker sends. `extern` is a syntax tree that stands before the text: the variables of the page. */
export function fluxRequest(orgID: string, text: string, extern?: object): ResultRequest {
  const { credentials, url } = connection();
  const header = credentials && authorization(credentials);
  return {
    language: 'flux',
    url: `${url}/api/v2/query?orgID=${encodeURIComponent(orgID)}`,
    headers: {
      'Content-Type': 'application/json',
      Accept: 'application/csv',
      ...(header && { Authorization: header }),
    },
    body: JSON.stringify({ query: text, type: 'flux', dialect, ...(extern && { extern }) }),
    credentials: credentials?.kind === 'session' ? 'same-origin' : 'omit',
  };
}

function tableOf(meta: FluxTableMetaData): Table {
  return { name: '', tags: {}, columns: meta.columns.map(({ label }) => label), rows: [] };
}

/** Fails with the server's text when the table is an error, which comes with status 200. */
function refuseErrorTable(meta: FluxTableMetaData, values: string[]): void {
  if (meta.columns.length === 2 && meta.column('error', false).label === 'error') {
    throw new QueryFailure(values[meta.column('error').index] ?? '');
  }
}

function collect(over: Connection, orgID: string, text: string, signal?: AbortSignal) {
  const tables = new Map<FluxTableMetaData, Table>();
  return new Promise<Table[]>((resolve, reject) => {
    // The client sends an id given as `org` too: the server takes names and ids there.
    over.influx.getQueryApi({ org: orgID, type: 'flux' }).queryRows(text, {
      next(values, meta) {
        refuseErrorTable(meta, values);
        const table = tables.get(meta) ?? tableOf(meta);
        tables.set(meta, table);
        table.rows.push(
          meta.columns.map((column) => column.get(values) as string | number | boolean | null),
        );
      },
      error: reject,
      // The client completes a cancelled query as if it had ended.
      complete() {
        if (signal?.aborted) reject(new DOMException('The query was cancelled', 'AbortError'));
        else resolve([...tables.values()]);
      },
      useCancellable(cancellable) {
        if (signal?.aborted) cancellable.cancel();
        signal?.addEventListener('abort', () => cancellable.cancel(), { once: true });
      },
    });
  });
}

/** One small Flux query in whole: schema, names, single values. Integers over 2^53 lose digits here. */
export function fluxTables(orgID: string, text: string, signal?: AbortSignal): Promise<Table[]> {
  return recovering(() => collect(connection(), orgID, text, signal), signal);
}
