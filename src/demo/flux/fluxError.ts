import type { ErrorCode } from '@/demo/errors';
import { place } from './ast';
import type { Location } from './ast';

/** A problem as Flux words it. Until it is `final`, callers put where it happened in front. */
export class FluxError extends Error {
  override name = 'FluxError';
  readonly code: ErrorCode;
  readonly final: boolean;

  constructor(message: string, code: ErrorCode = 'invalid', final = false) {
    super(message);
    this.code = code;
    this.final = final;
  }

  /** The same problem, seen from further out. */
  within(prefix: string, final = false): FluxError {
    return new FluxError(`${prefix}: ${this.message}`, this.code, final);
  }
}

/** Comes after the tables. Where they have not been sent yet, the server tells nothing of it. */
export class LateFailure extends FluxError {
  override name = 'LateFailure';

  constructor(message: string) {
    super(message, 'internal error', true);
  }
}

export function fail(message: string, code?: ErrorCode): never {
  throw new FluxError(message, code);
}

export function failFinally(message: string, code: ErrorCode = 'invalid'): never {
  throw new FluxError(message, code, true);
}

/** Where the server itself breaks: what went wrong is only in its log. */
export function internalFailure(): FluxError {
  return new FluxError(
    'An internal error has occurred - check server logs',
    'internal error',
    true,
  );
}

export function failInternally(): never {
  throw internalFailure();
}

/** One problem found before anything runs. */
export function problemAt(location: Location, message: string): string {
  return `error @${place(location)}: ${message}`;
}
