import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const STATUSES = {
  'internal error': 500,
  'not implemented': 501,
  invalid: 400,
  'empty value': 400,
  'unprocessable entity': 422,
  conflict: 422,
  'not found': 404,
  unavailable: 503,
  forbidden: 403,
  'too many requests': 429,
  unauthorized: 401,
  'method not allowed': 405,
  'request too large': 413,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ErrorCode = keyof typeof STATUSES;

/** The two JSON writers of the server: `new` indents by tabs, `old` is compact. */
export type Writer = 'new' | 'old';

export interface RefusalOptions {
  /** Where a route answers with a status that is not the one of its code. */
  status?: ContentfulStatusCode;
  /** Where a route does not use the writer of its path. */
  writer?: Writer;
  headers?: Record<string, string>;
}

/** An error as the server words it; the app writes it. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly options: RefusalOptions;

  constructor(code: ErrorCode, message: string, options: RefusalOptions = {}) {
    super(message);
    this.code = code;
    this.options = options;
  }
}

export function refuse(code: ErrorCode, message: string, options?: RefusalOptions): never {
  throw new Refusal(code, message, options);
}

/** Go's encoding/json escapes what could end a script or a line of JavaScript. */
function goEscapes(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function tabbedText(value: unknown): string {
  return goEscapes(JSON.stringify(value, null, '\t'));
}

export function compactText(value: unknown): string {
  return goEscapes(JSON.stringify(value));
}

const JSON_TYPE = 'application/json; charset=utf-8';

/** A success of a new-style route: tab-indented, no newline at the end. */
export function tabbed(c: Context, value: unknown, status: ContentfulStatusCode = 200): Response {
  return c.body(tabbedText(value), status, { 'Content-Type': JSON_TYPE });
}

/** A success of an old-style route: compact, with a newline. */
export function compact(c: Context, value: unknown, status: ContentfulStatusCode = 200): Response {
  return c.body(`${compactText(value)}\n`, status, { 'Content-Type': JSON_TYPE });
}

/** An error as Go's own handlers answer it. */
export function plainText(c: Context, text: string, status: ContentfulStatusCode): Response {
  return c.body(text, status, {
    'Content-Type': 'text/plain; charset=utf-8',
    'X-Content-Type-Options': 'nosniff',
  });
}

/** Where a handler of the server goes on after an error: its answer is two bodies in a row. */
export function twoRefusals(c: Context, first: Refusal, second: string): Response {
  const { code, message } = first;
  const text = tabbedText({ code, message }) + tabbedText({ code, message: second });
  return c.body(text, STATUSES[code], {
    'Content-Type': JSON_TYPE,
    'X-Platform-Error-Code': code,
  });
}

export function refusalResponse(c: Context, refusal: Refusal, writer: Writer): Response {
  const body = { code: refusal.code, message: refusal.message };
  const text = (refusal.options.writer ?? writer) === 'new' ? tabbedText(body) : compactText(body);
  return c.body(text, refusal.options.status ?? STATUSES[refusal.code], {
    'Content-Type': JSON_TYPE,
    'X-Platform-Error-Code': refusal.code,
    ...refusal.options.headers,
  });
}
