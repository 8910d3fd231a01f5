import type { ApiCall } from './apiCall';
import { literal } from './codeQuoting';

export type Fields = Record<string, unknown>;

/** How the package influxdb-client does one kind of call. */
export interface Idiom {
  method: string;
  path: RegExp;
  /** What of the package it needs besides the client. */
  imports?: readonly string[];
  importLine?: string;
  /** `id` is what the path's first group holds; null where it has no better way than the plain call. */
  code: (id: string, call: ApiCall) => string | null;
}

/** Code that stands as it is. */
class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export function raw(text: string): Raw {
  return new Raw(text);
}

/** A call with named arguments; those that are undefined are left out. */
export function statement(name: string, given: Fields): string {
  const parts = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}=${value instanceof Raw ? value.text : literal(value, 'python', '    ')}`,
    );
  const oneLine = `${name}(${parts.join(', ')})`;
  if (oneLine.length <= 72 && !oneLine.includes('\n')) return oneLine;
  return `${name}(\n${parts.map((part) => `    ${part},\n`).join('')})`;
}

export function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}
