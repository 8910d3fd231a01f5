import { BACKSLASH, COMMA, EQUALS, NEWLINE, QUOTE, SPACE, refuse } from './lineProtocolText';
import type { Scan } from './lineProtocolText';
import { scanBoolean, scanNumber } from './lineProtocolValue';

/**
 * End of the line that starts at `from`: the newline that is not inside a quoted value, or the end of the text.
 * A backslash before the last character escapes nothing.
 */
export function scanLine(text: string, from: number): number {
  let quoted = false;
  let inFields = false;
  let depth = 0;
  let i = from;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (code === NEWLINE && !quoted) return i;
    if (code === BACKSLASH && i + 2 < text.length) i++;
    else if (code === SPACE) inFields = true;
    else if (inFields) {
      if (code === QUOTE && depth > 0) quoted = !quoted;
      else if (!quoted) depth += separatorStep(code);
    }
    i++;
  }
  return text.length;
}

/** Commas are counted against equals signs: a quote counts only in a value. */
function separatorStep(code: number): number {
  if (code === EQUALS) return 1;
  return code === COMMA ? -1 : 0;
}

/** Position after the key (measurement and tags), or -1. Fills `starts` with where each tag begins. */
export function scanKey(scan: Scan, from: number, starts: number[]): number {
  const { text, end } = scan;
  starts.length = 0;
  if (from >= end || text.charCodeAt(from) === COMMA) return refuse(scan, 'missing measurement');
  let i = from;
  for (;;) {
    i++;
    if (i >= end) return refuse(scan, 'missing fields');
    if (text.charCodeAt(i - 1) === BACKSLASH) continue;
    const code = text.charCodeAt(i);
    if (code === COMMA) return scanTags(scan, i + 1, starts);
    if (code === SPACE) return i;
  }
}

function scanTags(scan: Scan, from: number, starts: number[]): number {
  const { text } = scan;
  let i = from;
  for (;;) {
    starts.push(i);
    i = scanTagKey(scan, i);
    if (i >= 0) i = scanTagValue(scan, i);
    if (i < 0 || text.charCodeAt(i) === SPACE) return i;
    i++;
  }
}

/** Position of the first character of the value. */
function scanTagKey(scan: Scan, from: number): number {
  const { text, end } = scan;
  const first = text.charCodeAt(from);
  if (from >= end || first === SPACE || first === COMMA || first === EQUALS) {
    return refuse(scan, 'missing tag key');
  }
  for (let i = from + 1; i < end; i++) {
    if (text.charCodeAt(i - 1) === BACKSLASH) continue;
    const code = text.charCodeAt(i);
    if (code === SPACE || code === COMMA) break;
    if (code === EQUALS) return i + 1;
  }
  return refuse(scan, 'missing tag value');
}

/** Position of the comma or space after the value. */
function scanTagValue(scan: Scan, from: number): number {
  const { text, end } = scan;
  const first = text.charCodeAt(from);
  if (from >= end || first === COMMA || first === SPACE) return refuse(scan, 'missing tag value');
  for (let i = from + 1; i < end; i++) {
    if (text.charCodeAt(i - 1) === BACKSLASH) continue;
    const code = text.charCodeAt(i);
    if (code === EQUALS) return refuse(scan, 'invalid tag format');
    if (code === COMMA || code === SPACE) return i;
  }
  return refuse(scan, 'missing fields');
}

/** End of the block of fields, or -1. */
export function scanFields(scan: Scan, from: number): number {
  const { text, end } = scan;
  let quoted = false;
  let equals = 0;
  let commas = 0;
  let i = from;
  while (i < end) {
    const code = text.charCodeAt(i);
    if (code === BACKSLASH && i + 1 < end) {
      i += 2;
      continue;
    }
    if (code === QUOTE) {
      if (equals > commas) quoted = !quoted;
    } else if (!quoted) {
      if (code === SPACE) break;
      if (code === COMMA) commas++;
      if (code === EQUALS) {
        equals++;
        i = scanAfterEquals(scan, i);
        if (i < 0) return -1;
        continue;
      }
    }
    i++;
  }
  if (quoted) return refuse(scan, 'unbalanced quotes');
  if (equals === 0 || commas !== equals - 1) return refuse(scan, 'invalid field format');
  return i;
}

/** Checks what stands around the `=` at `i`; position after a value without quotes, of the quote otherwise. */
function scanAfterEquals(scan: Scan, i: number): number {
  const { text, end } = scan;
  const before = text.charCodeAt(i - 1);
  if ((before === SPACE || before === COMMA) && text.charCodeAt(i - 2) !== BACKSLASH) {
    return refuse(scan, 'missing field key');
  }
  const next = text.charCodeAt(i + 1);
  if (i + 1 >= end || next === COMMA || next === SPACE) return refuse(scan, 'missing field value');
  if (next === QUOTE) return i + 1;
  return startsNumber(next) ? scanNumber(scan, i + 1) : scanBoolean(scan, i + 1);
}

function startsNumber(code: number): boolean {
  // 0-9 . - N n
  return (code >= 48 && code <= 57) || code === 46 || code === 45 || code === 78 || code === 110;
}
