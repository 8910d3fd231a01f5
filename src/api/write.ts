import type { ApiCall } from '@/lib/apiCall';
import type { Precision } from '@/lib/lineProtocol';
import type { Connection } from './client';
import { connection, recovering, search } from './client';
import { HttpError, NeedsTokenError } from './errors';

export interface LineProtocolWrite {
  /** Or its name: all that someone with a write-only token may know. */
  orgID: string;
  /** Name or id. */
  bucket: string;
  precision: Precision;
  body: string;
}

export interface LineProtocolWriteV1 {
  database: string;
  retentionPolicy?: string;
  precision: Precision;
  body: string;
}

export function writeCall({ orgID, bucket, precision, body }: LineProtocolWrite): ApiCall {
  const query = { org: orgID, bucket, precision };
  return { method: 'POST', path: '/api/v2/write', query, body };
}

/** The 1.x path. 2.x knows `us` there and takes everything unknown, 1.x's own `u` too, as nanoseconds. */
export function writeCallV1(to: LineProtocolWriteV1): ApiCall {
  const query = { db: to.database, rp: to.retentionPolicy, precision: to.precision };
  return { method: 'POST', path: '/write', query, body: to.body };
}

// 1.x answers 204 with a JSON content type; asked for JSON, the client would try to parse the empty body.
const headers = { 'content-type': 'text/plain; charset=utf-8', accept: 'text/plain' };

async function post(
  { influx }: Connection,
  { method, path, query, body }: ApiCall,
  signal?: AbortSignal,
): Promise<void> {
  await influx.transport.request(path + search(query), body, { method, headers, signal });
}

/** One request, no batching and no retries: the answer is about exactly this text. */
export function writeLines(write: LineProtocolWrite, signal?: AbortSignal): Promise<void> {
  return recovering(() => post(connection(), writeCall(write), signal), signal);
}

/** As `writeLines`, by the 1.x path: the only one for v1 users. */
export function writeLinesV1(write: LineProtocolWriteV1, signal?: AbortSignal): Promise<void> {
  if (connection().credentials?.kind === 'session') return Promise.reject(new NeedsTokenError());
  return recovering(() => post(connection(), writeCallV1(write), signal), signal);
}

/** Whether a bucket takes writes of this credential: an empty write stores nothing and is refused all the same. */
export async function mayWrite(over: Connection, orgID: string, bucketID: string) {
  try {
    await post(over, writeCall({ orgID, bucket: bucketID, precision: 'ns', body: '' }));
    return true;
  } catch (error) {
    if (error instanceof HttpError && error.statusCode === 403) return false;
    throw error;
  }
}

/** As `mayWrite`, by the 1.x path. A database that leads nowhere for this credential is not written either. */
export async function mayWriteV1(over: Connection, database: string) {
  try {
    await post(over, writeCallV1({ database, precision: 'ns', body: '' }));
    return true;
  } catch (error) {
    if (error instanceof HttpError && [403, 404].includes(error.statusCode)) return false;
    throw error;
  }
}
