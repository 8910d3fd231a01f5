import { byteLength, compareBytes } from './byteOrder';
import type { FieldValue, Point, Precision, Tags } from './lineProtocol';
import { nanosecondsPer } from './lineProtocol';
import { scanFields, scanKey, scanLine } from './lineProtocolScan';
import {
  COMMA,
  EQUALS,
  NEWLINE,
  QUOTE,
  SPACE,
  refuse,
  scanFieldValue,
  scanTo,
  skipBlank,
} from './lineProtocolText';
import type { Scan } from './lineProtocolText';
import { outOfRange, toValue } from './lineProtocolValue';
import { escapeMeasurement } from './lineProtocolWrite';

export interface LineError {
  /** 1-based, of the line's start. */
  line: number;
  text: string;
  /** In the words of a 2.x server. */
  reason: string;
}

export interface LineWarning {
  line: number;
  message: string;
}

export interface ParsedLines {
  points: Point[];
  errors: LineError[];
  warnings: LineWarning[];
}

const HASH = 35;
const MAX_KEY_BYTES = 65_535;
const MAX_TIME = 9_223_372_036_854_775_806n;
const MAX_INT64 = 9_223_372_036_854_775_807n;
const RESERVED_TAGS = ['time', '_measurement', '_field'];

interface Key {
  measurement: string;
  tags: Tags;
  isUnreachable: boolean;
}

/** Keys that were read before: most lines of a batch repeat a few series, and share their tags. */
type KeyCache = Map<string, Key>;
const MAX_CACHED_KEYS = 10_000;

/** Reads line protocol as a 2.x server does; good lines are returned beside the errors of the bad ones. */
export function parseLines(
  text: string,
  { precision = 'ns' }: { precision?: Precision } = {},
): ParsedLines {
  const parsed: ParsedLines = { points: [], errors: [], warnings: [] };
  const cache: KeyCache = new Map();
  const scan: Scan = { text, end: 0, reason: '' };
  const isPlain = !text.includes('\\') && !text.includes('"');
  let line = 1;
  for (let from = 0; from < text.length; from = scan.end + 1) {
    scan.end = isPlain ? endOfPlainLine(text, from) : scanLine(text, from);
    const start = skipBlank(text, from, scan.end);
    const lineEnd = scan.end;
    if (start < lineEnd && text.charCodeAt(start) !== HASH) {
      // A quote that stays open takes the newline of the last line with it.
      if (text.charCodeAt(lineEnd - 1) === NEWLINE) scan.end--;
      readLine(scan, start, { parsed, cache, line, precision });
      scan.end = lineEnd;
    }
    line += isPlain ? 1 : 1 + countNewlines(text, from, lineEnd);
  }
  return parsed;
}

function endOfPlainLine(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline < 0 ? text.length : newline;
}

/** A quoted value may hold newlines. */
function countNewlines(text: string, from: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', from); i >= 0 && i < end; i = text.indexOf('\n', i + 1)) count++;
  return count;
}

interface Reading {
  parsed: ParsedLines;
  cache: KeyCache;
  line: number;
  precision: Precision;
}

function readLine(scan: Scan, start: number, { parsed, cache, line, precision }: Reading): void {
  const point = readPoint(scan, start, cache, precision);
  if (point === null) {
    parsed.errors.push({ line, text: scan.text.slice(start, scan.end), reason: scan.reason });
  } else {
    parsed.points.push(point);
    if (point.isUnreachable) {
      const message = `The server stores ${JSON.stringify(point.measurement)} but no query will find it: escape only commas and spaces in a measurement.`;
      parsed.warnings.push({ line, message });
    }
  }
  if (scan.text.charCodeAt(scan.end - 1) === 13) {
    parsed.warnings.push({ line, message: 'The line ends in CRLF: the \\r counts as data.' });
  }
}

const starts: number[] = [];

function readPoint(scan: Scan, start: number, cache: KeyCache, precision: Precision): Point | null {
  const { text, end } = scan;
  const keyEnd = scanKey(scan, start, starts);
  if (keyEnd < 0) return null;
  const keyText = text.slice(start, keyEnd);
  const key = cache.get(keyText) ?? readKey(scan, start, keyEnd);
  if (key === null) return null;
  if (cache.size < MAX_CACHED_KEYS) cache.set(keyText, key);
  const fieldsStart = skipBlank(text, keyEnd, end);
  const fieldsEnd = scanFields(scan, fieldsStart);
  if (fieldsEnd < 0) return null;
  const fields = readFields(scan, fieldsStart, fieldsEnd, keyText);
  if (fields === null) return null;
  const timeNs = readTime(scan, fieldsEnd, precision);
  if (timeNs === undefined) return null;
  const point: Point = { measurement: key.measurement, tags: key.tags, fields, timeNs };
  if (key.isUnreachable) point.isUnreachable = true;
  return point;
}

function readKey(scan: Scan, start: number, end: number): Key | null {
  const { text } = scan;
  const first = starts[0];
  const nameText = text.slice(start, first === undefined ? end : first - 1);
  const tags: [string, string][] = [];
  for (let i = 0; i < starts.length; i++) {
    const from = starts[i] ?? end;
    const to = i + 1 < starts.length ? (starts[i + 1] ?? end) - 1 : end;
    const equals = scanTo(text, from, to, EQUALS);
    tags.push([text.slice(from, equals), text.slice(equals + 1, to)]);
  }
  const reserved = tags.find(([key]) => RESERVED_TAGS.includes(key));
  if (reserved) {
    refuse(scan, `cannot use reserved tag key "${reserved[0]}"`);
    return null;
  }
  tags.sort((a, b) => compareBytes(a[0], b[0]));
  if (tags.some(([key], i) => key === tags[i - 1]?.[0])) {
    refuse(scan, 'duplicate tags');
    return null;
  }
  const size = keySize(end - start, () => text.slice(start, end));
  if (size > MAX_KEY_BYTES) {
    refuse(scan, `max key length exceeded: ${size} > ${MAX_KEY_BYTES}`);
    return null;
  }
  return nameText.includes('\\') || tags.some(hasEscape)
    ? unescapeKey(nameText, tags)
    : { measurement: nameText, tags, isUnreachable: false };
}

function hasEscape([key, value]: [string, string]): boolean {
  return key.includes('\\') || value.includes('\\');
}

/** Looks at the bytes only where the length in characters allows an excess. */
function keySize(length: number, key: () => string): number {
  return length * 3 <= MAX_KEY_BYTES ? length : byteLength(key());
}

/** The server finds a series by its name escaped anew: written otherwise, it is listed and never found. */
function unescapeKey(nameText: string, tags: readonly [string, string][]): Key {
  const measurement = unescapeName(nameText);
  return {
    measurement,
    tags: tags.map(([key, value]) => [unescapeTag(key), unescapeTag(value)] as const),
    isUnreachable: escapeMeasurement(measurement.replace(/\\([, ])/g, '$1')) !== nameText,
  };
}

function unescapeTag(text: string): string {
  return text.replace(/\\([,= ])/g, '$1');
}

/** Of measurements and field keys. */
function unescapeName(text: string): string {
  return text.replace(/\\([,= "])/g, '$1');
}

function readFields(
  scan: Scan,
  start: number,
  end: number,
  keyText: string,
): (readonly [string, FieldValue])[] | null {
  const { text } = scan;
  const fields: (readonly [string, FieldValue])[] = [];
  for (let i = start; i < end;) {
    const equals = scanTo(text, i, end, EQUALS);
    const name = text.slice(i, equals);
    if (equals > end - 2) {
      refuse(scan, `invalid value: field-key=${name}`);
      return null;
    }
    const size = keySize(keyText.length + 4 + name.length, () => `${keyText}1234${name}`);
    if (size > MAX_KEY_BYTES) {
      refuse(scan, `max key length exceeded: ${size} > ${MAX_KEY_BYTES}`);
      return null;
    }
    const valueEnd = scanFieldValue(text, equals + 1, end);
    const value = readValue(text, equals + 1, valueEnd);
    if (name !== '' && value !== null) {
      fields.push([name.includes('\\') ? unescapeName(name) : name, value]);
    }
    i = text.charCodeAt(valueEnd) === COMMA ? valueEnd + 1 : Math.max(valueEnd, i + 1);
  }
  return fields;
}

function readValue(text: string, from: number, end: number): FieldValue | null {
  if (text.charCodeAt(from) === QUOTE) {
    return { type: 'string', value: unescapeString(text.slice(from + 1, end - 1)) };
  }
  return toValue(text.slice(from, end));
}

function unescapeString(text: string): string {
  return text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text;
}

/** Null where the line has no time, undefined where it is refused. */
function readTime(scan: Scan, from: number, precision: Precision): bigint | null | undefined {
  const { text, end } = scan;
  const start = skipBlank(text, from, end);
  let i = text.charCodeAt(start) === 45 ? start + 1 : start;
  for (; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === SPACE || code === NEWLINE) break;
    if (code < 48 || code > 57) {
      refuse(scan, 'bad timestamp');
      return undefined;
    }
  }
  if (i === start) return null;
  const time = toNanoseconds(scan, text.slice(start, i), precision);
  if (time === undefined) return undefined;
  while (i < end && text.charCodeAt(i) === SPACE) i++;
  if (i < end) {
    refuse(scan, 'point is invalid');
    return undefined;
  }
  return time;
}

function toNanoseconds(scan: Scan, digits: string, precision: Precision): bigint | undefined {
  if (digits === '-') {
    refuse(scan, 'strconv.ParseInt: parsing "-": invalid syntax');
    return undefined;
  }
  const value = BigInt(digits);
  if (value > MAX_INT64 || value < -MAX_INT64 - 1n) {
    refuse(scan, outOfRange('ParseInt', digits));
    return undefined;
  }
  const time = precision === 'ns' ? value : value * nanosecondsPer[precision];
  if (time > MAX_TIME || time < -MAX_TIME) {
    refuse(scan, `time outside range -${MAX_TIME} - ${MAX_TIME}`);
    return undefined;
  }
  return time;
}
