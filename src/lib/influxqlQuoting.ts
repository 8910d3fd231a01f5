import { isKeyword } from './influxqlTokens';

function escaped(text: string, quote: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`).replaceAll('\n', '\\n');
}

/** For names of databases, retention policies, measurements, tags, fields, users. CR and NUL cannot be written. */
export function quoteIdentifier(name: string): string {
  return `"${escaped(name, '"')}"`;
}

/** For values. CR and NUL cannot be written: bind such a value. */
export function quoteString(value: string): string {
  return `'${escaped(value, "'")}'`;
}

function isBare(name: string): boolean {
  return /^[A-Za-z_]\w*$/.test(name) && !isKeyword(name);
}

/** As the server prints names: quoted only where it must be; all but the last segment always are. */
export function quoteSegments(segments: readonly string[]): string {
  const last = segments.length - 1;
  return segments
    .map((segment, i) => {
      if (segment === '') return i === 0 || i === last ? '""' : '';
      return i < last || !isBare(segment) ? quoteIdentifier(segment) : segment;
    })
    .join('.');
}
