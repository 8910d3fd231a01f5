import type { CreateStatement, RetentionOptions, Select } from './influxqlAst';
import { formatDurationLiteral } from './influxqlDuration';
import { InfluxqlError, errorAt, unexpected } from './influxqlError';
import { hasCalls } from './influxqlFormatExpr';
import { parseSelect } from './influxqlSelect';
import type { TokenStream } from './influxqlTokenStream';

/** `FUTURE` and `PAST` are keywords only where they are expected: names of that spelling stay usable. */
function acceptWord(tokens: TokenStream, word: string): boolean {
  const token = tokens.next();
  if (token.type === 'IDENT' && token.text.toUpperCase() === word) return true;
  tokens.back();
  return false;
}

function parseWriteLimit(tokens: TokenStream): bigint {
  tokens.expect('LIMIT');
  return tokens.duration();
}

function parseWriteLimits(tokens: TokenStream): RetentionOptions {
  const options: RetentionOptions = { isDefault: false };
  if (acceptWord(tokens, 'FUTURE')) options.futureLimit = parseWriteLimit(tokens);
  if (acceptWord(tokens, 'PAST')) options.pastLimit = parseWriteLimit(tokens);
  return options;
}

/** The duration of `SHARD DURATION d`; `SHARD` is read already. */
function parseShardDuration(tokens: TokenStream): bigint {
  tokens.expect('DURATION');
  const token = tokens.next();
  if (token.type === 'INF') throw errorAt('invalid duration INF for shard duration', token.at);
  tokens.back();
  return tokens.duration();
}

function parseCreateRetentionPolicy(tokens: TokenStream): CreateStatement {
  tokens.expect('POLICY');
  const name = tokens.identifier();
  tokens.expect('ON');
  const database = tokens.identifier();
  tokens.expect('DURATION');
  const duration = tokens.duration();
  tokens.expect('REPLICATION');
  const replication = tokens.replication();
  const shard = tokens.accept('SHARD') ? { shardDuration: parseShardDuration(tokens) } : {};
  const isDefault = tokens.accept('DEFAULT');
  const retention = { duration, replication, ...shard, ...parseWriteLimits(tokens), isDefault };
  return { kind: 'CREATE RETENTION POLICY', name, database, retention };
}

/** Reads one option into `options`; false when the next word is none. */
function parseAlterOption(tokens: TokenStream, word: string, options: RetentionOptions): boolean {
  switch (word) {
    case 'DURATION':
      options.duration = tokens.duration();
      return true;
    case 'REPLICATION':
      options.replication = tokens.replication();
      return true;
    case 'SHARD':
      options.shardDuration = parseShardDuration(tokens);
      return true;
    case 'DEFAULT':
      options.isDefault = true;
      return true;
    case 'FUTURE':
      options.futureLimit = parseWriteLimit(tokens);
      return true;
    case 'PAST':
      options.pastLimit = parseWriteLimit(tokens);
      return true;
    default:
      return false;
  }
}

function parseAlterOptions(tokens: TokenStream): RetentionOptions {
  const options: RetentionOptions = { isDefault: false };
  const found = new Set<string>();
  for (;;) {
    const token = tokens.next();
    const word = token.type === 'IDENT' ? token.text.toUpperCase() : token.type;
    if (found.has(word)) throw errorAt(`found duplicate ${word} option`, token.at);
    if (!parseAlterOption(tokens, word, options)) {
      if (found.size === 0) {
        throw unexpected(token, 'DURATION', 'REPLICATION', 'SHARD', 'DEFAULT');
      }
      tokens.back();
      return options;
    }
    found.add(word);
  }
}

/** `ALTER` is read already. */
export function parseAlter(tokens: TokenStream): CreateStatement {
  tokens.expect('RETENTION', 'POLICY');
  const token = tokens.next();
  if (token.type !== 'DEFAULT' && token.type !== 'IDENT') throw unexpected(token, 'identifier');
  const name = token.type === 'DEFAULT' ? 'default' : token.text;
  tokens.expect('ON');
  const database = tokens.identifier();
  return { kind: 'ALTER RETENTION POLICY', name, database, retention: parseAlterOptions(tokens) };
}

function parseDatabaseRetention(tokens: TokenStream): RetentionOptions {
  const token = tokens.next();
  const known = ['DURATION', 'NAME', 'REPLICATION', 'SHARD'];
  const isLimit = token.type === 'IDENT' && /^(future|past)$/i.test(token.text);
  if (!known.includes(token.type) && !isLimit) throw unexpected(token, ...known);
  tokens.back();
  const duration = tokens.accept('DURATION') ? { duration: tokens.duration() } : {};
  const replication = tokens.accept('REPLICATION') ? { replication: tokens.replication() } : {};
  const shard = tokens.accept('SHARD') ? { shardDuration: parsePlainShard(tokens) } : {};
  const limits = parseWriteLimits(tokens);
  const name = tokens.accept('NAME') ? { name: tokens.identifier() } : {};
  return { ...duration, ...replication, ...shard, ...limits, ...name };
}

/** Here the server takes `INF` for a shard duration. */
function parsePlainShard(tokens: TokenStream): bigint {
  tokens.expect('DURATION');
  return tokens.duration();
}

function parseCreateDatabase(tokens: TokenStream): CreateStatement {
  const name = tokens.identifier();
  if (!tokens.accept('WITH')) return { kind: 'CREATE DATABASE', name };
  return { kind: 'CREATE DATABASE', name, retention: parseDatabaseRetention(tokens) };
}

function parseCreateUser(tokens: TokenStream): CreateStatement {
  const name = tokens.identifier();
  tokens.expect('WITH', 'PASSWORD');
  const password = tokens.string();
  const admin = tokens.accept('WITH');
  if (admin) tokens.expect('ALL', 'PRIVILEGES');
  return { kind: 'CREATE USER', name, password, admin };
}

function parseCreateSubscription(tokens: TokenStream): CreateStatement {
  const name = tokens.identifier();
  tokens.expect('ON');
  const database = tokens.identifier();
  const dot = tokens.scan();
  if (dot.type !== '.') throw unexpected(dot, '.');
  const retentionPolicy = tokens.identifier();
  tokens.expect('DESTINATIONS');
  const mode = tokens.next();
  if (mode.type !== 'ALL' && mode.type !== 'ANY') throw unexpected(mode, 'ALL', 'ANY');
  const destinations = tokens.strings();
  return {
    kind: 'CREATE SUBSCRIPTION',
    name,
    database,
    retentionPolicy,
    mode: mode.type,
    destinations,
  };
}

function parseResample(tokens: TokenStream): { every: bigint; for: bigint } {
  if (!tokens.accept('RESAMPLE')) return { every: 0n, for: 0n };
  const every = tokens.accept('EVERY') ? tokens.finiteDuration() : 0n;
  const span = tokens.accept('FOR') ? tokens.finiteDuration() : 0n;
  if (every === 0n && span === 0n) throw unexpected(tokens.next(), 'EVERY', 'FOR');
  return { every, for: span };
}

/** Of `GROUP BY time(d)`; 0 when there is none. */
function groupInterval(select: Select): bigint {
  for (const dimension of select.dimensions) {
    if (dimension.kind !== 'call' || dimension.name !== 'time') continue;
    const [interval] = dimension.args;
    if (interval?.kind === 'duration') return interval.ns;
  }
  return 0n;
}

function requireInterval(tokens: TokenStream): never {
  tokens.back();
  tokens.back();
  throw unexpected(tokens.next(), 'GROUP BY time(...)');
}

function parseCreateContinuousQuery(tokens: TokenStream): CreateStatement {
  tokens.expect('QUERY');
  const name = tokens.identifier();
  tokens.expect('ON');
  const database = tokens.identifier();
  const resample = parseResample(tokens);
  tokens.expect('BEGIN', 'SELECT');
  const select = parseSelect(tokens, 'target required');
  const interval = groupInterval(select);
  if (select.fields.some(({ expr }) => hasCalls(expr)) && interval === 0n) requireInterval(tokens);
  tokens.expect('END');
  const atLeast = resample.every > interval ? resample.every : interval;
  if (resample.for !== 0n && resample.for < atLeast) {
    const [least, got] = [atLeast, resample.for].map(formatDurationLiteral);
    throw new InfluxqlError(
      `FOR duration must be >= GROUP BY time duration: must be a minimum of ${least ?? ''}, got ${got ?? ''}`,
    );
  }
  return { kind: 'CREATE CONTINUOUS QUERY', name, database, ...resample, select };
}

const parsers: Readonly<Record<string, (tokens: TokenStream) => CreateStatement>> = {
  CONTINUOUS: parseCreateContinuousQuery,
  DATABASE: parseCreateDatabase,
  USER: parseCreateUser,
  RETENTION: parseCreateRetentionPolicy,
  SUBSCRIPTION: parseCreateSubscription,
};

/** `CREATE` is read already. */
export function parseCreate(tokens: TokenStream): CreateStatement {
  const token = tokens.next();
  const parse = Object.hasOwn(parsers, token.type) ? parsers[token.type] : undefined;
  if (!parse) throw unexpected(token, ...Object.keys(parsers));
  return parse(tokens);
}
