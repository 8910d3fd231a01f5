import { HttpError } from '@influxdata/influxdb-client';
import type { Permission } from '@/lib/permissions';
import { parsePermission } from '@/lib/permissions';

export { HttpError };

/** Status 200 with a page of text: InfluxDB's own UI, a proxy's sign-in page, some other web server. */
export class NotInfluxError extends Error {
  constructor() {
    super('the answer is a web page');
    this.name = 'NotInfluxError';
  }
}

/** A session on the 1.x paths, which accept no cookie. */
export class NeedsTokenError extends Error {
  constructor() {
    super('InfluxDB accepts no session on its 1.x paths: sign in with a token or as a v1 user');
    this.name = 'NeedsTokenError';
  }
}

/** What the gateway says when a server does not answer: status 502. */
export interface Unreachable {
  server: string;
  reason: 'refused' | 'dns' | 'tls' | 'timeout' | 'closed';
  message: string;
}

export interface Description {
  title: string;
  detail?: string;
}

function jsonOf(error: HttpError): Record<string, unknown> {
  const json: unknown = error.json;
  return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : {};
}

/** The server's own words. 1.x errors carry them in `error` instead of `message`. */
export function messageOf(error: unknown): string {
  if (!(error instanceof HttpError)) return error instanceof Error ? error.message : String(error);
  const { message, error: text } = jsonOf(error);
  if (typeof message === 'string') return message;
  return typeof text === 'string' ? text : error.message;
}

export function unreachable(error: unknown): Unreachable | undefined {
  if (!(error instanceof HttpError) || error.statusCode !== 502) return undefined;
  const { code, server, reason, message } = jsonOf(error);
  if (code !== 'unreachable') return undefined;
  return {
    server: String(server),
    reason: reason as Unreachable['reason'],
    message: String(message),
  };
}

/** The credential is not known (any more). Other 401s are missing permissions. */
export function isSignedOut(error: unknown): boolean {
  if (!(error instanceof HttpError) || error.statusCode !== 401) return false;
  const message = messageOf(error);
  return message === 'unauthorized access' || message === 'Unauthorized';
}

export function isConflict(error: unknown): boolean {
  return error instanceof HttpError && error.statusCode === 422 && error.code === 'conflict';
}

/** Some points of a write were refused; all others are stored. */
export function isPartialWrite(error: unknown): boolean {
  return (
    error instanceof HttpError &&
    error.statusCode === 422 &&
    messageOf(error).includes('partial write')
  );
}

export function isNotFound(error: unknown): boolean {
  return error instanceof HttpError && error.statusCode === 404;
}

export function isAborted(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

const refusal = /(\S+) is unauthorized$/;

/** What the credential lacks, from `read:orgs/…/buckets is unauthorized`. */
export function missingPermission(error: unknown): Permission | undefined {
  if (!(error instanceof HttpError)) return undefined;
  const [, text = ''] = refusal.exec(messageOf(error)) ?? [];
  return parsePermission(text);
}

const unreachableTitles: Record<Unreachable['reason'], string> = {
  refused: 'Nothing listens at the address of this server',
  dns: 'The name of this server cannot be resolved',
  tls: 'No trusted connection to this server',
  timeout: 'This server does not answer in time',
  closed: 'This server closed the connection',
};

function describeHttp(error: HttpError): Description {
  const down = unreachable(error);
  if (down) {
    const title = unreachableTitles[down.reason] as string | undefined;
    return { title: title ?? 'This server cannot be reached', detail: down.message };
  }
  const detail = messageOf(error);
  if (isSignedOut(error)) return { title: 'Not signed in any more', detail };
  if (missingPermission(error)) return { title: 'This credential may not do that', detail };
  switch (error.statusCode) {
    case 401:
    case 403:
      return { title: 'The server refused this', detail };
    case 404:
      return { title: 'Not found', detail };
    case 422:
      return { title: isConflict(error) ? 'There is a conflict' : 'Not accepted', detail };
    default:
      return {
        title: error.statusCode >= 500 ? 'The server failed' : 'The server refused this',
        detail,
      };
  }
}

/** For people: a heading of ours, the detail in the server's words. */
export function describe(error: unknown): Description {
  if (error instanceof HttpError) return describeHttp(error);
  if (error instanceof NotInfluxError) {
    return {
      title: 'This is not an InfluxDB',
      detail: 'The answer was a web page. Check the address of this server in the gateway.',
    };
  }
  if (error instanceof SyntaxError) {
    return { title: 'The answer cannot be read', detail: error.message };
  }
  if (error instanceof TypeError && /fetch|network/i.test(error.message)) {
    return {
      title: 'The gateway does not answer',
      detail: 'The connection to Headgate failed. Is it still running?',
    };
  }
  return { title: 'Something went wrong', detail: messageOf(error) };
}
