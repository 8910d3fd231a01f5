import { InfluxDB } from '@influxdata/influxdb-client';
import { proxyPath } from '@/lib/paths';
import type { Credentials } from './credentials';
import { authorization } from './credentials';
import { isSignedOut, NotInfluxError } from './errors';

export interface Call {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
}

/** One server with one credential. */
export interface Connection {
  server: string;
  /** Path of the server behind the gateway, without a slash at its end. */
  url: string;
  credentials: Credentials | undefined;
  influx: InfluxDB;
}

let current: Connection | undefined;
let recover: ((signal: AbortSignal | undefined) => Promise<void>) | undefined;

/** The path of `<base href>`, which the gateway inserts; `/` without one. */
export function basePath(): string {
  const base = typeof document === 'undefined' ? null : document.querySelector('base');
  return base ? new URL(base.href).pathname : '/';
}

export function open(server: string, credentials?: Credentials): Connection {
  const url = proxyPath(basePath(), server);
  const header = credentials && authorization(credentials);
  const influx = new InfluxDB({
    url,
    headers: header ? { Authorization: header } : {},
    transportOptions: { credentials: credentials?.kind === 'session' ? 'same-origin' : 'omit' },
  });
  return { server, url, credentials, influx };
}

/** Points every later call at this server. Called before anything below it is rendered. */
export function connect(connection: Connection): void {
  current = connection;
}

export function connection(): Connection {
  if (!current) throw new Error('not connected to a server');
  return current;
}

/** How to sign in again when the credential has expired; calls that found out wait for it and are sent again. */
export function recoverWith(signInAgain: typeof recover): void {
  recover = signInAgain;
}

/** Runs once more after a new sign-in when the credential had expired. */
export async function recovering<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!recover || !isSignedOut(error)) throw error;
    await recover(signal);
    return run();
  }
}

export function search(query: Call['query']): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) params.set(key, String(value));
  }
  return params.size > 0 ? `?${params.toString()}` : '';
}

/** As `request`, over a connection that is not (yet) the one in use. */
export async function requestOver<T>(
  { influx }: Connection,
  path: string,
  { method = 'GET', query, body, headers, signal }: Call = {},
): Promise<T> {
  const options = { method, signal, ...(headers && { headers }) };
  const answer: unknown = await influx.transport.request(path + search(query), body, options);
  if (typeof answer === 'string') throw new NotInfluxError();
  return answer as T;
}

/** One JSON call. Rejects with HttpError, whose `code` and `message` are the server's own words. */
export function request<T>(path: string, call: Call = {}): Promise<T> {
  return recovering(() => requestOver<T>(connection(), path, call), call.signal);
}
