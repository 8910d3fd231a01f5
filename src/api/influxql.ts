import type { Connection } from './client';
import { connection, recovering, requestOver, search } from './client';
import { authorization } from './credentials';
import { NeedsTokenError } from './errors';
import type { ResultRequest, Table } from './results';
import { QueryFailure } from './results';

export interface InfluxqlStatement {
  text: string;
  database?: string;
  retentionPolicy?: string;
  /** Precision of the time column; RFC 3339 without it. */
  epoch?: 'ns' | 'u' | 'ms' | 's';
}

interface InfluxqlSeries {
  name?: string;
  tags?: Record<string, string>;
  columns: string[];
  values?: (string | number | boolean | null)[][];
}

interface InfluxqlAnswer {
  results?: { series?: InfluxqlSeries[]; error?: string }[];
  error?: string;
}

function form({ text, database, retentionPolicy, epoch }: InfluxqlStatement): string {
  return search({ q: text, db: database, rp: retentionPolicy, epoch }).slice(1);
}

const formType = 'application/x-www-form-urlencoded';

/** What the data worker sends. Chunked: one JSON object a line. */
export function influxqlRequest(statement: InfluxqlStatement): ResultRequest {
  const { credentials, url } = connection();
  if (credentials?.kind === 'session') throw new NeedsTokenError();
  const header = credentials && authorization(credentials);
  return {
    language: 'influxql',
    url: `${url}/query`,
    headers: { 'Content-Type': formType, ...(header && { Authorization: header }) },
    body: `${form(statement)}&chunked=true`,
    credentials: 'omit',
    ...(statement.epoch && { epoch: statement.epoch }),
  };
}

/** As `influxqlTables`, over a connection that is not (yet) the one in use. */
export async function influxqlTablesOver(
  over: Connection,
  statement: InfluxqlStatement,
  signal?: AbortSignal,
): Promise<Table[]> {
  if (over.credentials?.kind === 'session') throw new NeedsTokenError();
  const answer = await requestOver<InfluxqlAnswer>(over, '/query', {
    method: 'POST',
    body: form(statement),
    headers: { 'content-type': formType, accept: 'application/json' },
    signal,
  });
  const [result] = answer.results ?? [];
  const failure = answer.error ?? result?.error;
  if (failure !== undefined) throw new QueryFailure(failure);
  return (result?.series ?? []).map(({ name = '', tags = {}, columns, values = [] }) => ({
    name,
    tags,
    columns,
    rows: values,
  }));
}

/** One small statement of schema or names, in whole. Big integers lose digits: results go through the worker. */
export function influxqlTables(
  statement: InfluxqlStatement,
  signal?: AbortSignal,
): Promise<Table[]> {
  return recovering(() => influxqlTablesOver(connection(), statement, signal), signal);
}

/** The values of the first column (or the named one) of every table. */
export function columnOf(tables: readonly Table[], name?: string): string[] {
  return tables.flatMap(({ columns, rows }) => {
    const index = name === undefined ? 0 : columns.indexOf(name);
    return index < 0 ? [] : rows.map((row) => String(row[index] ?? ''));
  });
}
