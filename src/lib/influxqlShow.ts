import type {
  MeasurementSource,
  ShowCardinality,
  ShowClauses,
  ShowMeasurements,
  ShowStatement,
  ShowTagKeys,
} from './influxqlAst';
import { unexpected } from './influxqlError';
import {
  parseFrom,
  parseGroupBy,
  parseLimits,
  parseMeasurement,
  parseOn,
  parseOrderBy,
  parseWhere,
  parseWithKey,
} from './influxqlSources';
import type { TokenStream } from './influxqlTokenStream';

function parseCardinality(
  tokens: TokenStream,
  kind: ShowCardinality['kind'],
  exact: boolean,
): ShowCardinality {
  const database = parseOn(tokens);
  const sources = parseFrom(tokens);
  const keys = kind === 'SHOW TAG VALUES CARDINALITY' ? { keys: parseWithKey(tokens) } : {};
  const where = parseWhere(tokens);
  const dimensions = parseGroupBy(tokens);
  const limits = parseLimits(tokens);
  return { kind, exact, database, sources, ...keys, ...where, dimensions, sort: [], ...limits };
}

/** `[EXACT] CARDINALITY …` after `SHOW TAG KEY` and `SHOW FIELD KEY`. */
function parseKeyCardinality(tokens: TokenStream, kind: ShowCardinality['kind']): ShowCardinality {
  const exact = tokens.accept('EXACT');
  const token = tokens.next();
  if (token.type !== 'CARDINALITY') {
    throw unexpected(token, ...(exact ? [] : ['EXACT']), 'CARDINALITY');
  }
  return parseCardinality(tokens, kind, exact);
}

function parseTail(
  tokens: TokenStream,
): Pick<ShowClauses, 'condition' | 'sort' | 'limit' | 'offset'> {
  const where = parseWhere(tokens);
  const sort = parseOrderBy(tokens);
  return { ...where, sort, ...parseLimits(tokens) };
}

function parseSeries(tokens: TokenStream): ShowStatement {
  const exact = tokens.accept('EXACT');
  if (tokens.accept('CARDINALITY')) {
    return parseCardinality(tokens, 'SHOW SERIES CARDINALITY', exact);
  }
  const database = parseOn(tokens);
  const sources = parseFrom(tokens);
  return { kind: 'SHOW SERIES', database, sources, ...parseTail(tokens) };
}

/** A name or `*`. */
function parseNameOrAny(tokens: TokenStream): { name: string; any: boolean } {
  const token = tokens.next();
  if (token.type === 'IDENT') return { name: token.text, any: false };
  if (token.type === '*') return { name: '', any: true };
  throw unexpected(token, 'identifier or *');
}

function parseWithMeasurement(tokens: TokenStream): MeasurementSource[] {
  if (!tokens.accept('WITH')) return [];
  tokens.expect('MEASUREMENT');
  const operator = tokens.next();
  if (operator.type === '=' || operator.type === '=~') return [parseMeasurement(tokens)];
  throw unexpected(operator, '=', '=~');
}

function parseMeasurements(tokens: TokenStream): ShowMeasurements {
  const nothing = { name: '', any: false };
  const hasOn = tokens.accept('ON');
  const database = hasOn ? parseNameOrAny(tokens) : nothing;
  const policy = hasOn && tokens.accept('.') ? parseNameOrAny(tokens) : nothing;
  const sources = parseWithMeasurement(tokens);
  return {
    kind: 'SHOW MEASUREMENTS',
    database: database.name,
    anyDatabase: database.any,
    retentionPolicy: policy.name,
    anyRetentionPolicy: policy.any,
    sources,
    ...parseTail(tokens),
  };
}

function parseTagKeys(tokens: TokenStream): ShowTagKeys {
  const database = parseOn(tokens);
  const sources = parseFrom(tokens);
  const hasKeys = tokens.accept('WITH');
  if (hasKeys) tokens.back();
  const keys = hasKeys ? { keys: parseWithKey(tokens) } : {};
  const tail = parseTail(tokens);
  const slimit = tokens.optionalInteger('SLIMIT');
  const soffset = tokens.optionalInteger('SOFFSET');
  return { kind: 'SHOW TAG KEYS', database, sources, ...keys, ...tail, slimit, soffset };
}

function parseTagValues(tokens: TokenStream): ShowStatement {
  const exact = tokens.accept('EXACT');
  if (exact) tokens.expect('CARDINALITY');
  if (exact || tokens.accept('CARDINALITY')) {
    return parseCardinality(tokens, 'SHOW TAG VALUES CARDINALITY', exact);
  }
  const database = parseOn(tokens);
  const sources = parseFrom(tokens);
  const keys = parseWithKey(tokens);
  return { kind: 'SHOW TAG VALUES', database, sources, keys, ...parseTail(tokens) };
}

function parseFieldKeys(tokens: TokenStream): ShowStatement {
  const database = parseOn(tokens);
  const sources = parseFrom(tokens);
  const sort = parseOrderBy(tokens);
  return { kind: 'SHOW FIELD KEYS', database, sources, sort, ...parseLimits(tokens) };
}

function parseTag(tokens: TokenStream): ShowStatement {
  const token = tokens.next();
  if (token.type === 'KEY') return parseKeyCardinality(tokens, 'SHOW TAG KEY CARDINALITY');
  if (token.type === 'KEYS') return parseTagKeys(tokens);
  if (token.type === 'VALUES') return parseTagValues(tokens);
  throw unexpected(token, 'KEY', 'KEYS', 'VALUES');
}

function parseField(tokens: TokenStream): ShowStatement {
  const token = tokens.next();
  if (token.type === 'KEY') return parseKeyCardinality(tokens, 'SHOW FIELD KEY CARDINALITY');
  if (token.type === 'KEYS') return parseFieldKeys(tokens);
  throw unexpected(token, 'KEY', 'KEYS');
}

function parseMeasurementCardinality(tokens: TokenStream): ShowStatement {
  const token = tokens.next();
  if (token.type !== 'EXACT' && token.type !== 'CARDINALITY') {
    throw unexpected(token, 'EXACT', 'CARDINALITY');
  }
  const exact = token.type === 'EXACT';
  if (exact) tokens.expect('CARDINALITY');
  return parseCardinality(tokens, 'SHOW MEASUREMENT CARDINALITY', exact);
}

function parseModule(tokens: TokenStream, kind: 'SHOW STATS' | 'SHOW DIAGNOSTICS'): ShowStatement {
  return { kind, module: tokens.accept('FOR') ? tokens.string() : '' };
}

const parsers: Readonly<Record<string, (tokens: TokenStream) => ShowStatement>> = {
  CONTINUOUS: (tokens) => {
    tokens.expect('QUERIES');
    return { kind: 'SHOW CONTINUOUS QUERIES' };
  },
  DATABASES: () => ({ kind: 'SHOW DATABASES' }),
  DIAGNOSTICS: (tokens) => parseModule(tokens, 'SHOW DIAGNOSTICS'),
  FIELD: parseField,
  GRANTS: (tokens) => {
    tokens.expect('FOR');
    return { kind: 'SHOW GRANTS', user: tokens.identifier() };
  },
  MEASUREMENT: parseMeasurementCardinality,
  MEASUREMENTS: parseMeasurements,
  QUERIES: () => ({ kind: 'SHOW QUERIES' }),
  RETENTION: (tokens) => {
    tokens.expect('POLICIES');
    return { kind: 'SHOW RETENTION POLICIES', database: parseOn(tokens) };
  },
  SERIES: parseSeries,
  SHARD: (tokens) => {
    tokens.expect('GROUPS');
    return { kind: 'SHOW SHARD GROUPS' };
  },
  SHARDS: () => ({ kind: 'SHOW SHARDS' }),
  STATS: (tokens) => parseModule(tokens, 'SHOW STATS'),
  SUBSCRIPTIONS: () => ({ kind: 'SHOW SUBSCRIPTIONS' }),
  TAG: parseTag,
  USERS: () => ({ kind: 'SHOW USERS' }),
};

/** `SHOW` is read already. */
export function parseShow(tokens: TokenStream): ShowStatement {
  const token = tokens.next();
  const parse = Object.hasOwn(parsers, token.type) ? parsers[token.type] : undefined;
  if (!parse) throw unexpected(token, ...Object.keys(parsers));
  return parse(tokens);
}
