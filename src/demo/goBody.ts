import type { Context } from 'hono';
import { refuse } from './errors';
import type { ErrorCode } from './errors';
import { GoIDError, GoJsonError } from './goJson';
import { decodeGo } from './goShape';
import type { Shape } from './goShape';

/** How a route words a body it cannot read. */
export interface BodyRefusal {
  code: ErrorCode;
  /** Before Go's own text. */
  prefix: string;
  /** In place of both. */
  text?: string;
}

/** Routes that do not wrap the decoder's error answer 500 with its text. */
export const UNWRAPPED: BodyRefusal = { code: 'internal error', prefix: '' };

/** Where the old generation does not wrap it either: it tells nobody what was wrong. */
export const UNREPORTED: BodyRefusal = {
  ...UNWRAPPED,
  text: 'An internal error has occurred - check server logs',
};

/** A byte order mark counts as data. */
export function bodyText(bytes: ArrayBuffer): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

export async function readGoBody<T>(
  c: Context,
  shape: Shape<T>,
  { code, prefix, text: instead }: BodyRefusal,
): Promise<T> {
  const text = bodyText(await c.req.arrayBuffer());
  try {
    return decodeGo(text, shape);
  } catch (error) {
    if (error instanceof GoIDError) refuse('invalid', `${prefix}${error.message}`);
    if (error instanceof GoJsonError) refuse(code, instead ?? `${prefix}${error.message}`);
    throw error;
  }
}
