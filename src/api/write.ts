import type { Precision } from '@/lib/lineProtocol';
import type { Connection } from './client';
import { connection, recovering, search } from './client';
import { HttpError } from './errors';

export interface LineProtocolWrite {
  /** Or its name: all that someone with a write-only token may know. */
  orgID: string;
  /** Name or id. */
  bucket: string;
  precision: Precision;
  body: string;
}

// 1.x answers 204 with a JSON content type; asked for JSON, the client would try to parse the empty body.
const headers = { 'content-type': 'text/plain; charset=utf-8', accept: 'text/plain' };

async function post(
  { influx }: Connection,
  path: string,
  query: Record<string, string | undefined>,
  body: string,
  signal?: AbortSignal,
): Promise<void> {
  const options = { method: 'POST', headers, signal };
  await influx.transport.request(path + search(query), body, options);
}

/** One request, no batching and no retries: the answer is about exactly this text. */
export function writeLines(
  { orgID, bucket, precision, body }: LineProtocolWrite,
  signal?: AbortSignal,
): Promise<void> {
  return recovering(
    () => post(connection(), '/api/v2/write', { org: orgID, bucket, precision }, body, signal),
    signal,
  );
}

/** As `writeLines`, by the 1.x path: the only one for v1 users. */
export function writeLinesV1(
  to: { database: string; retentionPolicy?: string; precision: Precision; body: string },
  signal?: AbortSignal,
): Promise<void> {
  const query = {
    db: to.database,
    rp: to.retentionPolicy,
    // 2.x knows `us` here and takes everything unknown, 1.x's own `u` too, as nanoseconds.
    precision: to.precision,
  };
  return recovering(() => post(connection(), '/write', query, to.body, signal), signal);
}

/** Whether a bucket takes writes of this credential: an empty write stores nothing and is refused all the same. */
export async function mayWrite(over: Connection, orgID: string, bucketID: string) {
  try {
    await post(over, '/api/v2/write', { org: orgID, bucket: bucketID }, '');
    return true;
  } catch (error) {
    if (error instanceof HttpError && error.statusCode === 403) return false;
    throw error;
  }
}
