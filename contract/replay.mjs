#!/usr/bin/env node
// Replays recorded transcripts (see README.md beside it) against a server and reports every difference.
// Node 20+, no dependencies. As a command:
//   node replay.mjs --url http://127.0.0.1:8086 [--reset 'POST /reset'] [--only a,b] [--verbose] DIR|FILE…
//   node replay.mjs --start 'influxd --http-bind-address 127.0.0.1:{port} --bolt-path {dir}/i.bolt …' DIR|FILE…
// In process: import { replay } from './replay.mjs'; await replay(transcript, (request) => server.fetch(request)).

import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import http from 'node:http';
import net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';

// ---------------------------------------------------------------------------------------------- templates

const SECONDS = { s: 1, m: 60, h: 3600, d: 86400 };

/** `now-600s` or `now+2h` as epoch seconds; `now` is the start of the transcript floored to the second. */
export function momentSeconds(expression, nowSeconds) {
  const m = /^now(?:([+-])(\d+)([smhd]))?$/.exec(expression);
  if (!m) throw new Error(`bad time expression ${expression}`);
  if (!m[1]) return nowSeconds;
  return nowSeconds + (m[1] === '-' ? -1 : 1) * Number(m[2]) * SECONDS[m[3]];
}

/** One moment in the units that requests use. */
export function formatMoment(seconds, unit) {
  switch (unit) {
    case 's': return String(seconds);
    case 'ms': return `${seconds}000`;
    case 'us': return `${seconds}000000`;
    case 'ns': return `${seconds}000000000`;
    case 'rfc3339': return new Date(seconds * 1000).toISOString().replace('.000Z', 'Z');
    default: throw new Error(`bad time unit ${unit}`);
  }
}

const TEMPLATE = /\{\{(now(?:[+-]\d+[smhd])?:(?:s|ms|us|ns|rfc3339)|base64:[^{}]*|uri:[^{}]*|[A-Za-z][\w.-]*)\}\}/g;

/**
 * Fills `{{name}}` (captured), `{{now-600s:ns}}`, `{{base64:text}}` and `{{uri:text}}`; innermost first, so that
 * `{{base64:any:{{operator}}}}` works. With `strict`, an unknown name throws; otherwise it stays as it is.
 */
export function fill(text, scope, strict = false) {
  let before;
  let after = text;
  do {
    before = after;
    after = before.replace(TEMPLATE, (whole, inner) => {
      if (/^now(?:[+-]\d+[smhd])?:/.test(inner)) {
        const [expression, unit] = inner.split(':');
        return formatMoment(momentSeconds(expression, scope.now), unit);
      }
      if (inner.startsWith('base64:')) return Buffer.from(inner.slice(7), 'utf8').toString('base64');
      if (inner.startsWith('uri:')) return encodeURIComponent(inner.slice(4));
      if (Object.hasOwn(scope.captures, inner)) return scope.captures[inner];
      if (strict) throw new Error(`nothing captured as {{${inner}}}`);
      return whole;
    });
  } while (after !== before);
  return after;
}

// ---------------------------------------------------------------------------------------------- matching

const WILDCARDS = {
  id: '[0-9a-f]{16}',
  time: '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)',
  token: '[A-Za-z0-9_=-]{16,}',
  hash: '[A-Za-z0-9$_=+/.-]{16,}',
  duration: '-?(?:\\d+(?:\\.\\d+)?(?:h|ms|m|s|µs|us|ns))+',
  any: '[\\s\\S]*',
};
const WILDCARD = /<(id|time|token|hash|duration|any)>/;

/** Whether `actual` is `expected`, where `expected` may hold wildcards such as `<id>`. */
export function matchText(expected, actual) {
  if (expected === actual) return true;
  if (!WILDCARD.test(expected)) return false;
  const parts = expected.split(new RegExp(WILDCARD, 'g'));
  const source = parts.map((part, i) => (i % 2 ? WILDCARDS[part] : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('');
  return new RegExp(`^${source}$`).test(actual);
}

/** A JSON number with its digits as written, so that int64 values are compared exactly. */
export class JsonNumber {
  constructor(text) { this.text = text; }
  equals(other) {
    if (this.text === other.text) return true;
    const whole = /^-?\d+$/;
    if (whole.test(this.text) && whole.test(other.text)) return BigInt(this.text) === BigInt(other.text);
    return Number(this.text) === Number(other.text);
  }
}

/** JSON.parse that keeps numbers as JsonNumber and objects as Map. Throws SyntaxError. */
export function parseJson(text) {
  let i = 0;
  const fail = (what) => { throw new SyntaxError(`${what} at ${i}`); };
  const space = () => { while (i < text.length && ' \t\r\n'.includes(text[i])) i++; };
  const string = () => {
    const start = i++;
    while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1;
    if (i >= text.length) fail('unfinished string');
    i++;
    return JSON.parse(text.slice(start, i));
  };
  const value = () => {
    space();
    const c = text[i];
    if (c === '"') return string();
    if (c === '{') {
      const map = new Map();
      i++; space();
      if (text[i] === '}') { i++; return map; }
      for (;;) {
        space();
        if (text[i] !== '"') fail('key expected');
        const key = string();
        space();
        if (text[i++] !== ':') fail('colon expected');
        map.set(key, value());
        space();
        if (text[i] === ',') { i++; continue; }
        if (text[i] === '}') { i++; return map; }
        fail('comma expected');
      }
    }
    if (c === '[') {
      const list = [];
      i++; space();
      if (text[i] === ']') { i++; return list; }
      for (;;) {
        list.push(value());
        space();
        if (text[i] === ',') { i++; continue; }
        if (text[i] === ']') { i++; return list; }
        fail('comma expected');
      }
    }
    const word = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/.exec(text.slice(i, i + 400));
    if (!word) fail('value expected');
    i += word[0].length;
    return word[0] === 'true' ? true : word[0] === 'false' ? false : word[0] === 'null' ? null : new JsonNumber(word[0]);
  };
  const result = value();
  space();
  if (i !== text.length) fail('text after the value');
  return result;
}

const show = (v) => {
  const text = JSON.stringify(v, (_, x) => (x instanceof Map ? Object.fromEntries(x) : x instanceof JsonNumber ? Number(x.text) : x));
  return text === undefined ? String(v) : text.length > 300 ? `${text.slice(0, 300)}…` : text;
};

/** Differences between two parsed JSON values; `unordered` holds the pointers of arrays whose order does not count. */
export function diffJson(expected, actual, unordered = [], pointer = '') {
  if (expected === '<any>') return [];
  const at = pointer || '/';
  if (typeof expected === 'string' && typeof actual === 'string') {
    return matchText(expected, actual) ? [] : [`${at}: expected ${show(expected)}, got ${show(actual)}`];
  }
  if (expected instanceof JsonNumber && actual instanceof JsonNumber) {
    return expected.equals(actual) ? [] : [`${at}: expected ${expected.text}, got ${actual.text}`];
  }
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (expected.length !== actual.length) return [`${at}: expected ${expected.length} items, got ${actual.length}: ${show(actual)}`];
    if (!unordered.includes(pointer)) return expected.flatMap((e, i) => diffJson(e, actual[i], unordered, `${pointer}/${i}`));
    const left = [...actual];
    const out = [];
    for (const [i, e] of expected.entries()) {
      const found = left.findIndex((a) => diffJson(e, a, unordered, `${pointer}/${i}`).length === 0);
      if (found < 0) out.push(`${pointer}/${i}: no item matches ${show(e)}`);
      else left.splice(found, 1);
    }
    return out;
  }
  if (expected instanceof Map && actual instanceof Map) {
    const out = [];
    for (const [key, e] of expected) {
      const next = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
      if (!actual.has(key)) out.push(`${next}: missing, expected ${show(e)}`);
      else out.push(...diffJson(e, actual.get(key), unordered, next));
    }
    for (const [key, a] of actual) if (!expected.has(key)) out.push(`${pointer}/${key}: unexpected ${show(a)}`);
    return out;
  }
  if (expected === actual && (expected === null || typeof expected === 'boolean')) return [];
  return [`${at}: expected ${show(expected)}, got ${show(actual)}`];
}

function diffLines(expected, actual) {
  const e = expected.split(/\r?\n/);
  const a = actual.split(/\r?\n/);
  const out = [];
  for (let i = 0; i < Math.max(e.length, a.length) && out.length < 4; i++) {
    if (e[i] === undefined) out.push(`line ${i + 1}: unexpected ${show(a[i])}`);
    else if (a[i] === undefined) out.push(`line ${i + 1}: missing, expected ${show(e[i])}`);
    else if (!matchText(e[i], a[i])) out.push(`line ${i + 1}: expected ${show(e[i])}, got ${show(a[i])}`);
  }
  if (out.length) return out;
  const endings = (text) => (text.match(/\r?\n/g) ?? []).join('');
  if (endings(expected) !== endings(actual)) out.push('line endings differ (CRLF against LF)');
  return out;
}

/** Blocks of CSV (separated by empty lines) in any order: a server may send the results of several yields in any order. */
function diffBlocks(expected, actual) {
  const blocks = (text) => text.split(/(?:\r?\n){2,}/).map((b) => b.trim()).filter(Boolean);
  const left = blocks(actual);
  const out = [];
  for (const block of blocks(expected)) {
    const found = left.findIndex((other) => diffLines(block, other).length === 0);
    if (found < 0) out.push(`no block matches ${show(block)}`);
    else left.splice(found, 1);
  }
  out.push(...left.map((block) => `unexpected block ${show(block)}`));
  const empty = (text) => text.split(/\r?\n/).filter((line) => line === '').length;
  if (!out.length && empty(expected) !== empty(actual)) out.push(`expected ${empty(expected)} empty lines, got ${empty(actual)}`);
  return out;
}

/** Differences of a body. JSON structurally (also one JSON value a line), CSV line by line, all else as text. */
export function diffBody(expected, actual, contentType, unordered) {
  if (expected === actual || expected === '<any>') return [];
  if (/\bjson\b/.test(contentType)) {
    try {
      return diffJson(parseJson(expected), parseJson(actual), unordered);
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
    const e = expected.split('\n');
    const a = actual.split('\n');
    if (e.length > 1 && e.length === a.length) {
      try {
        return e.flatMap((line, i) => (line === '' && a[i] === '' ? [] : diffJson(parseJson(line), parseJson(a[i]), unordered, `line${i + 1}`)));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
      }
    }
  } else if (/^(text|application)\/csv\b/.test(contentType)) {
    return unordered?.includes('tables') ? diffBlocks(expected, actual) : diffLines(expected, actual);
  }
  return matchText(expected, actual) ? [] : [`body: expected ${show(expected)}, got ${show(actual)}`];
}

// ---------------------------------------------------------------------------------------------- replaying

/** The value that a capture names: a JSON pointer into the body, or `header:set-cookie` (the cookie's value), `header:x`. */
export function captured(source, headers, body) {
  if (source.startsWith('header:')) {
    const name = source.slice(7);
    const raw = headers.get(name);
    if (raw === null) throw new Error(`no header ${name}`);
    return name.toLowerCase() === 'set-cookie' ? raw.replace(/^[^=]*=/, '').replace(/;.*$/, '') : raw;
  }
  let node = JSON.parse(body);
  for (const raw of source.split('/').slice(1)) {
    const key = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    if (node === null || typeof node !== 'object' || !(key in node)) throw new Error(`nothing at ${source}`);
    node = node[key];
  }
  return String(node);
}

/** The Request of one exchange, templates filled. `base` is only needed because a Request has an absolute URL. */
export function buildRequest(request, scope, base = 'http://localhost:8086') {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers ?? {})) headers.set(name, fill(value, scope, true));
  let body;
  if (request.bodyBase64 !== undefined) body = Buffer.from(request.bodyBase64, 'base64');
  else if (request.body !== undefined && request.body !== null) body = Buffer.from(fill(request.body, scope, true), 'utf8');
  if (body && request.gzip) body = gzipSync(body);
  return new Request(base + fill(request.path, scope, true), { method: request.method, headers, body: body && new Uint8Array(body) });
}

/** Status, headers and decoded text of a Response; a gzip body is unpacked whether or not the transport did so. */
export async function readResponse(response) {
  let bytes = Buffer.from(await response.arrayBuffer());
  if (response.headers.get('content-encoding') === 'gzip' && bytes[0] === 0x1f && bytes[1] === 0x8b) bytes = gunzipSync(bytes);
  return { status: response.status, headers: response.headers, body: bytes.toString('utf8') };
}

/** Differences between a recorded response and a received one; empty when they agree. */
export function compare(exchange, received, scope) {
  const expected = exchange.response;
  const out = [];
  if (received.status !== expected.status) out.push(`status: expected ${expected.status}, got ${received.status} ${show(received.body)}`);
  for (const [name, raw] of Object.entries(expected.headers ?? {})) {
    const value = received.headers.get(name);
    if (raw === null) {
      if (value !== null) out.push(`header ${name}: expected none, got ${show(value)}`);
    } else if (value === null) out.push(`header ${name}: missing, expected ${show(raw)}`);
    else if (!matchText(fill(raw, scope), value)) out.push(`header ${name}: expected ${show(fill(raw, scope))}, got ${show(value)}`);
  }
  const type = expected.headers?.['Content-Type'] ?? received.headers.get('content-type') ?? '';
  out.push(...diffBody(fill(expected.body ?? '', scope), received.body, type, exchange.unordered ?? []));
  return out;
}

/**
 * Replays one transcript on a fresh server. `send` answers one Request.
 * Returns one result an exchange: `{ index, about, line, differences }`; passed when `differences` is empty.
 */
export async function replay(transcript, send, { base = 'http://localhost:8086', onResult } = {}) {
  const scope = { now: Math.floor(Date.now() / 1000), captures: {} };
  const results = [];
  for (const [index, exchange] of transcript.exchanges.entries()) {
    const line = `${exchange.request.method} ${exchange.request.path}`;
    let differences = [];
    try {
      const received = await readResponse(await send(buildRequest(exchange.request, scope, base)));
      for (const [name, source] of Object.entries(exchange.captures ?? {})) {
        try {
          scope.captures[name] = captured(source, received.headers, received.body);
        } catch (error) {
          differences.push(`capture ${name}: ${error.message}`);
        }
      }
      differences = [...compare(exchange, received, scope), ...differences];
    } catch (error) {
      differences.push(`could not be sent: ${error.message}`);
    }
    const result = { index, about: exchange.about, line, differences };
    results.push(result);
    onResult?.(result);
  }
  return results;
}

// ---------------------------------------------------------------------------------------------- command line

/** Sends a Request over plain HTTP byte for byte: no added headers, no automatic decompression. */
export async function sendHttp(request) {
  const url = new URL(request.url);
  const body = Buffer.from(await request.arrayBuffer());
  const headers = Object.fromEntries(request.headers);
  if (body.length || ['POST', 'PUT', 'PATCH'].includes(request.method)) headers['content-length'] = String(body.length);
  return new Promise((resolve, reject) => {
    const outgoing = http.request(
      { host: url.hostname, port: url.port, path: url.pathname + url.search, method: request.method, headers, agent: false },
      (incoming) => {
        const chunks = [];
        incoming.on('data', (chunk) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const received = new Headers();
          for (let i = 0; i < incoming.rawHeaders.length; i += 2) received.append(incoming.rawHeaders[i], incoming.rawHeaders[i + 1]);
          const empty = [204, 205, 304].includes(incoming.statusCode);
          resolve(new Response(empty ? null : Buffer.concat(chunks), { status: incoming.statusCode, headers: received }));
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

const freePort = () => new Promise((resolve, reject) => {
  const server = net.createServer();
  server.on('error', reject);
  server.listen(0, '127.0.0.1', () => {
    const { port } = server.address();
    server.close(() => resolve(port));
  });
});

/** Starts `command` ({port}, {dir} and {flags} filled), waits for /health, and returns its base URL and `stop`. */
export async function startServer(command, flags = [], port = undefined) {
  port ??= await freePort();
  const dir = mkdtempSync(join(tmpdir(), 'replay-'));
  let words = command.trim().split(/\s+/).flatMap((w) => (w === '{flags}' ? flags : [w]));
  if (!command.includes('{flags}')) words = [...words, ...flags];
  words = words.map((w) => w.replaceAll('{port}', String(port)).replaceAll('{dir}', dir));
  // A group of its own: a command such as `npm run …` leaves its children behind when only it is ended.
  const child = spawn(words[0], words.slice(1), { stdio: 'ignore', detached: true });
  let gone = false;
  const exited = new Promise((resolve) => {
    child.on('exit', () => { gone = true; resolve(); });
    child.on('error', () => { gone = true; resolve(); });
  });
  const stop = async () => {
    if (child.pid) try { process.kill(-child.pid, 'SIGKILL'); } catch { /* already gone */ }
    await exited;
    rmSync(dir, { recursive: true, force: true });
  };
  const base = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 600; tries++) {
    if (gone) break;
    try {
      const health = await sendHttp(new Request(`${base}/health`));
      if (health.status === 200) return { base, stop };
    } catch { /* not listening yet */ }
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
  await stop();
  throw new Error(`the server did not answer /health: ${words.join(' ')}`);
}

function transcriptFiles(paths) {
  return paths.flatMap((path) => (statSync(path).isDirectory()
    ? readdirSync(path).filter((f) => f.endsWith('.json')).sort().map((f) => join(path, f))
    : [path]));
}

async function main(argv) {
  const options = { paths: [] };
  for (let i = 0; i < argv.length; i++) {
    const name = argv[i].replace(/^--/, '');
    if (argv[i] === '--verbose') options.verbose = true;
    else if (['--url', '--reset', '--start', '--only'].includes(argv[i])) options[name] = argv[++i];
    else if (argv[i].startsWith('-')) throw new Error(`unknown option ${argv[i]}`);
    else options.paths.push(argv[i]);
  }
  if (!options.paths.length || !options.url === !options.start) {
    throw new Error("usage: node replay.mjs (--url URL [--reset 'METHOD PATH'] | --start 'command with {port}') [--only a,b] [--verbose] DIR…");
  }
  const only = options.only?.split(',');
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  for (const file of transcriptFiles(options.paths)) {
    const transcript = JSON.parse(readFileSync(file, 'utf8'));
    if (only && !only.includes(transcript.name)) continue;
    if (options.url && transcript.flags?.length) {
      console.log(`skip ${transcript.name}: needs a server started with ${transcript.flags.join(' ')}`);
      skipped += transcript.exchanges.length;
      continue;
    }
    const server = options.start ? await startServer(options.start, transcript.flags) : { base: options.url.replace(/\/$/, ''), stop: async () => {} };
    try {
      if (options.reset) {
        const [method, path] = options.reset.split(' ');
        const answer = await sendHttp(new Request(server.base + path, { method }));
        if (answer.status >= 400) throw new Error(`${options.reset} answered ${answer.status}`);
      }
      const results = await replay(transcript, sendHttp, {
        base: server.base,
        onResult: ({ index, about, line, differences }) => {
          const label = `${transcript.name}#${index} ${line}${about ? ` (${about})` : ''}`;
          if (differences.length) console.log(`FAIL ${label}: ${differences.join('; ')}`);
          else if (options.verbose) console.log(`ok   ${label}`);
        },
      });
      const bad = results.filter((r) => r.differences.length).length;
      failed += bad;
      passed += results.length - bad;
    } finally {
      await server.stop();
    }
  }
  console.log(`${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed || !passed ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  main(process.argv.slice(2)).catch((error) => {
    console.error(error.message);
    process.exitCode = 2;
  });
}
