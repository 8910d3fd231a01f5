import type { Expr, MeasurementSource, SortField, TagKeyFilter } from './influxqlAst';
import { InfluxqlError, unexpected } from './influxqlError';
import { parseExpr, parseSegments } from './influxqlExpr';
import type { TokenStream } from './influxqlTokenStream';

function named(segments: readonly string[], hasRegex: boolean): MeasurementSource {
  const padded = hasRegex ? [...segments, ''] : segments;
  const [name = '', retentionPolicy = '', database = ''] = [...padded].reverse();
  return { kind: 'measurement', database, retentionPolicy, name };
}

export function parseMeasurement(tokens: TokenStream): MeasurementSource {
  const regex = tokens.regex();
  return regex ? { ...named([], true), regex } : parseNamedMeasurement(tokens);
}

/** Without looking for a regex first. */
export function parseNamedMeasurement(tokens: TokenStream): MeasurementSource {
  const segments = parseSegments(tokens);
  if (segments.length === 3) return named(segments, false);
  const last = tokens.regex();
  return last ? { ...named(segments, true), regex: last } : named(segments, false);
}

export function parseMeasurements(tokens: TokenStream): MeasurementSource[] {
  const sources = [parseMeasurement(tokens)];
  while (tokens.accept(',')) sources.push(parseMeasurement(tokens));
  return sources;
}

/** `FROM …` of a statement that knows no subqueries, if it is there. */
export function parseFrom(tokens: TokenStream): MeasurementSource[] {
  return tokens.accept('FROM') ? parseMeasurements(tokens) : [];
}

export function parseInto(tokens: TokenStream): MeasurementSource {
  const segments = parseSegments(tokens);
  if (segments.length < 3 && tokens.peek() === ':') {
    tokens.expect(':', 'MEASUREMENT');
    segments.push('');
  }
  return named(segments, false);
}

/** Adds `condition` to a statement, if there is one. */
export function parseWhere(tokens: TokenStream): { condition?: Expr } {
  return tokens.accept('WHERE') ? { condition: parseExpr(tokens) } : {};
}

export function parseGroupBy(tokens: TokenStream): Expr[] {
  if (!tokens.accept('GROUP')) return [];
  tokens.expect('BY');
  const dimensions: Expr[] = [];
  for (;;) {
    const regex = tokens.regex();
    dimensions.push(regex ?? parseExpr(tokens));
    if (!regex) tokens.skipWhitespace();
    if (tokens.scan().type !== ',') {
      tokens.back();
      return dimensions;
    }
  }
}

const onlyTime = 'only ORDER BY time supported at this time';

function parseSortField(tokens: TokenStream): SortField {
  const name = tokens.identifier();
  const { type } = tokens.next();
  if (type !== 'ASC' && type !== 'DESC') tokens.back();
  return { name, ascending: type !== 'DESC' };
}

export function parseOrderBy(tokens: TokenStream): SortField[] {
  if (!tokens.accept('ORDER')) return [];
  tokens.expect('BY');
  const first = tokens.next();
  const fields: SortField[] = [];
  if (first.type === 'ASC' || first.type === 'DESC') {
    fields.push({ name: '', ascending: first.type === 'ASC' });
  } else if (first.type === 'IDENT') {
    tokens.back();
    fields.push(parseSortField(tokens));
    if (first.text !== 'time') throw new InfluxqlError(onlyTime);
  } else {
    throw unexpected(first, 'identifier', 'ASC', 'DESC');
  }
  while (tokens.accept(',')) fields.push(parseSortField(tokens));
  if (fields.length > 1) throw new InfluxqlError(onlyTime);
  return fields;
}

export function parseLimits(tokens: TokenStream): { limit: number; offset: number } {
  const limit = tokens.optionalInteger('LIMIT');
  return { limit, offset: tokens.optionalInteger('OFFSET') };
}

export function parseOn(tokens: TokenStream): string {
  return tokens.accept('ON') ? tokens.identifier() : '';
}

/** `WITH KEY = | != | =~ | !~ | IN (…)`. */
export function parseWithKey(tokens: TokenStream): TagKeyFilter {
  tokens.expect('WITH', 'KEY');
  const operator = tokens.next();
  switch (operator.type) {
    case 'IN': {
      tokens.expect('(');
      const keys = tokens.identifiers();
      tokens.expect(')');
      return { operator: 'IN', keys };
    }
    case '=':
    case '!=':
      return { operator: operator.type, keys: [tokens.identifier()] };
    case '=~':
    case '!~': {
      const regex = tokens.regex();
      if (!regex) throw unexpected(tokens.next(), 'regex');
      return { operator: operator.type, keys: [], regex };
    }
    default:
      throw unexpected(operator, 'IN', '=', '=~');
  }
}
