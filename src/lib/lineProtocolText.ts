/**
 * The scanner of a 2.x server, rule by rule: it decides by the character before whether one is escaped, and its
 * oddities (a trailing backslash, a `\r`, a quote in a field key) follow from that.
 */
export const COMMA = 44;
export const SPACE = 32;
export const EQUALS = 61;
export const BACKSLASH = 92;
export const QUOTE = 34;
export const NEWLINE = 10;

/** Where a scan stopped. `reason` is set when the line is refused. */
export interface Scan {
  text: string;
  /** End of the line, exclusive. */
  end: number;
  reason: string;
}

export function refuse(scan: Scan, reason: string): -1 {
  scan.reason = reason;
  return -1;
}

export function skipBlank(text: string, from: number, end: number): number {
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code !== SPACE && code !== 9 && code !== 0) break;
    i++;
  }
  return i;
}

/** Position of `stop`, where the character before is no backslash; `end` when there is none. */
export function scanTo(text: string, from: number, end: number, stop: number): number {
  let i = from;
  while (i < end) {
    if (text.charCodeAt(i) === stop && (i === from || text.charCodeAt(i - 1) !== BACKSLASH)) break;
    i++;
  }
  return i;
}

/** End of a field's value: the comma outside of quotes, or `end`. */
export function scanFieldValue(text: string, from: number, end: number): number {
  let quoted = false;
  for (let i = from; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH) {
      const next = text.charCodeAt(i + 1);
      if (i + 1 < end && (next === QUOTE || next === BACKSLASH)) i++;
    } else if (code === QUOTE) quoted = !quoted;
    else if (code === COMMA && !quoted) return i;
  }
  return end;
}
