import type { DropStatement } from './influxqlAst';
import { errorAt, unexpected } from './influxqlError';
import { parseMeasurements, parseWhere } from './influxqlSources';
import type { TokenStream } from './influxqlTokenStream';

const start = { line: 0, char: 0 };

/** `DELETE` and `DROP SERIES`: `FROM …` or `WHERE …` or both. 2.7 refuses a retention policy in DELETE as well. */
function parseSeries(tokens: TokenStream, kind: 'DELETE' | 'DROP SERIES'): DropStatement {
  const first = tokens.next();
  if (first.type !== 'FROM') tokens.back();
  const sources = first.type === 'FROM' ? parseMeasurements(tokens) : [];
  for (const source of [...sources].reverse()) {
    if (kind === 'DROP SERIES' && source.retentionPolicy !== '') {
      throw errorAt('retention policy not supported', start);
    }
    if (source.database !== '') throw errorAt('database not supported', start);
  }
  const where = parseWhere(tokens);
  if (sources.length === 0 && !where.condition) throw unexpected(first, 'FROM', 'WHERE');
  return { kind, sources, ...where };
}

/** `DELETE` is read already. */
export function parseDelete(tokens: TokenStream): DropStatement {
  return parseSeries(tokens, 'DELETE');
}

function parseNameOn(tokens: TokenStream): { name: string; database: string } {
  const name = tokens.identifier();
  tokens.expect('ON');
  return { name, database: tokens.identifier() };
}

function parseDropSubscription(tokens: TokenStream): DropStatement {
  const named = parseNameOn(tokens);
  const dot = tokens.scan();
  if (dot.type !== '.') throw unexpected(dot, '.');
  return { kind: 'DROP SUBSCRIPTION', ...named, retentionPolicy: tokens.identifier() };
}

const parsers: Readonly<Record<string, (tokens: TokenStream) => DropStatement>> = {
  CONTINUOUS: (tokens) => {
    tokens.expect('QUERY');
    return { kind: 'DROP CONTINUOUS QUERY', ...parseNameOn(tokens) };
  },
  DATABASE: (tokens) => ({ kind: 'DROP DATABASE', name: tokens.identifier() }),
  MEASUREMENT: (tokens) => ({ kind: 'DROP MEASUREMENT', name: tokens.identifier() }),
  RETENTION: (tokens) => {
    tokens.expect('POLICY');
    return { kind: 'DROP RETENTION POLICY', ...parseNameOn(tokens) };
  },
  SERIES: (tokens) => parseSeries(tokens, 'DROP SERIES'),
  SHARD: (tokens) => ({ kind: 'DROP SHARD', id: tokens.unsigned() }),
  SUBSCRIPTION: parseDropSubscription,
  USER: (tokens) => ({ kind: 'DROP USER', name: tokens.identifier() }),
};

/** `DROP` is read already. */
export function parseDrop(tokens: TokenStream): DropStatement {
  const token = tokens.next();
  const parse = Object.hasOwn(parsers, token.type) ? parsers[token.type] : undefined;
  if (!parse) throw unexpected(token, ...Object.keys(parsers));
  return parse(tokens);
}
