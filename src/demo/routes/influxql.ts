import type { Context } from 'hono';
import type { App, Env } from '@/demo/app';
import { caller } from '@/demo/app';
import { allows } from '@/demo/auth';
import { refuse } from '@/demo/errors';
import { GoJsonError } from '@/demo/goJson';
import { csvText } from '@/demo/influxql/csvWriter';
import type { QueryScope } from '@/demo/influxql/databases';
import { execute, joined } from '@/demo/influxql/execute';
import { jsonDocument, jsonDocuments } from '@/demo/influxql/jsonWriter';
import { readParams } from '@/demo/influxql/params';
import type { Result } from '@/demo/influxql/results';
import type { DemoState } from '@/demo/state';
import type { Mapping } from '@/demo/store/dbrps';
import { mappings } from '@/demo/store/dbrps';
import { atLeast } from '@/demo/versions';
import { bucketReadPermission } from './bucketAccess';
import type { Statement } from '@/lib/influxqlAst';
import { InfluxqlError } from '@/lib/influxqlError';
import { parseQuery } from '@/lib/influxqlParser';
import type { Params } from '@/lib/influxqlTokenStream';

const DEFAULT_CHUNK = 10_000;

interface QueryRequest {
  query: string;
  values: URLSearchParams;
}

function mediaType(request: Request): string {
  const header = request.headers.get('Content-Type');
  if (header === null || header.trim() === '') refuse('invalid', 'mime: no media type');
  return (header.split(';')[0] ?? '').trim().toLowerCase();
}

/** Fields of a form, whichever way it is sent. */
async function formFields(request: Request): Promise<[string, string][]> {
  if (!/^(POST|PUT|PATCH)$/.test(request.method)) return [];
  const type = request.headers.get('Content-Type') ?? '';
  if (/^application\/x-www-form-urlencoded\b/i.test(type)) {
    return [...new URLSearchParams(await request.text())];
  }
  if (!/^multipart\/form-data\b/i.test(type)) return [];
  const form = await request.formData().catch(() => new FormData());
  return [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
}

/** Those of a form win over those of the URL. Without `q` any other body is an empty query. */
async function readRequest(request: Request): Promise<QueryRequest> {
  const fields = await formFields(request);
  const values = new URLSearchParams([...fields, ...new URL(request.url).searchParams]);
  const query = values.get('q')?.trim() ?? '';
  if (query !== '') return { query, values };
  const isInfluxql = mediaType(request) === 'application/vnd.influxql';
  return { query: isInfluxql ? await request.text() : '', values };
}

function paramsOf(values: URLSearchParams): Params {
  const text = values.get('params') ?? '';
  if (text === '') return {};
  try {
    return readParams(text);
  } catch (error) {
    if (!(error instanceof GoJsonError)) throw error;
    return refuse('invalid', `error parsing query parameters: ${error.message}`);
  }
}

/** Before 2.9 the grammar of DELETE had no retention policy. */
function rejectDeletePolicy(statements: readonly Statement[]): void {
  for (const statement of statements) {
    if (statement.kind !== 'DELETE') continue;
    if (statement.sources.some(({ retentionPolicy }) => retentionPolicy !== '')) {
      throw new InfluxqlError('retention policy not supported at line 1, char 1');
    }
  }
}

function parse(query: string, params: Params, state: DemoState): Statement[] {
  try {
    const { statements } = parseQuery(query, params);
    if (!atLeast(state.version, 2, 9)) rejectDeletePolicy(statements);
    return statements;
  } catch (error) {
    if (!(error instanceof InfluxqlError)) throw error;
    return refuse('invalid', `failed to parse query: ${error.message}`);
  }
}

/** Looked for before the query is read. */
function orgOf(c: Context<Env>, state: DemoState): string {
  const orgID = caller(c).authorization?.orgID ?? '';
  if (!state.orgs.has(orgID)) refuse('not found', 'organization not found');
  return orgID;
}

function scopeOf(
  c: Context<Env>,
  state: DemoState,
  orgID: string,
  values: URLSearchParams,
): QueryScope {
  const who = caller(c);
  const permits = (action: 'read' | 'write') => (mapping: Mapping) =>
    allows(who, { action, resource: { type: 'buckets', orgID, id: mapping.bucketID } });
  return {
    storage: state.storage,
    now: BigInt(Math.trunc(state.now())) * 1_000_000n,
    mappings: mappings(state, { orgID }, (bucket) => allows(who, bucketReadPermission(bucket))),
    canRead: permits('read'),
    canWrite: permits('write'),
    database: values.get('db') ?? '',
    retentionPolicy: values.get('rp') ?? '',
    deletesEverywhere: atLeast(state.version, 2, 9),
  };
}

function chunkSizeOf(values: URLSearchParams): number | null {
  if (values.get('chunked') !== 'true') return null;
  const size = values.get('chunk_size') ?? '';
  return /^\+?\d+$/.test(size) && Number(size) > 0 ? Number(size) : DEFAULT_CHUNK;
}

interface WriteRequest {
  results: Iterable<Result>;
  chunkSize: number | null;
  epoch: string;
}

/** Sends pieces as they are asked for; a client that leaves ends the query. */
function streamOf(pieces: Generator<string, void>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const next = pieces.next();
      if (next.done === true) controller.close();
      else controller.enqueue(encoder.encode(next.value));
    },
    cancel() {
      pieces.return(undefined);
    },
  });
}

/** Only these, exactly, and msgpack, which the demo does not have; everything else is answered in JSON. */
function contentType(accept: string | undefined): string {
  return accept === 'application/csv' || accept === 'text/csv' ? accept : 'application/json';
}

function* written(type: string, request: WriteRequest): Generator<string, void> {
  const { results, chunkSize, epoch } = request;
  if (type !== 'application/json') {
    yield* csvText(chunkSize === null ? joined(results) : results, epoch);
  } else if (chunkSize === null) {
    yield* jsonDocument(joined(results), epoch);
  } else {
    yield* jsonDocuments(results, epoch);
  }
}

async function answer(c: Context<Env>, state: DemoState): Promise<Response> {
  const orgID = orgOf(c, state);
  const { query, values } = await readRequest(c.req.raw);
  const params = paramsOf(values);
  const statements = parse(query, params, state);
  const scope = scopeOf(c, state, orgID, values);
  const chunkSize = chunkSizeOf(values);
  const type = contentType(c.req.header('Accept'));
  const epoch = values.get('epoch') ?? '';
  const results = execute(scope, statements, chunkSize);
  const pieces = written(type, { results, chunkSize, epoch });
  return c.body(streamOf(pieces), 200, { 'Content-Type': type });
}

/** The InfluxQL of the 1.x API; any method reads and changes. */
export function influxqlRoutes(app: App, state: DemoState): void {
  app.all('/query', (c) => answer(c, state));
}
