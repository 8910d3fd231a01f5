import type { Call, Expr, Field, Fill, Select, Source } from './influxqlAst';
import { InfluxqlError, unexpected } from './influxqlError';
import { parseExpr } from './influxqlExpr';
import { formatExpr } from './influxqlFormatExpr';
import {
  parseGroupBy,
  parseInto,
  parseLimits,
  parseNamedMeasurement,
  parseOrderBy,
  parseWhere,
} from './influxqlSources';
import type { TokenStream } from './influxqlTokenStream';
import type { Position } from './influxqlTokens';

const conditionOperators = new Set(['=', '!=', '=~', '!~', '<', '<=', '>', '>=', 'AND', 'OR']);

/** The first operator that answers a boolean, which a column cannot have. */
function conditionOperatorIn(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'binary':
      if (conditionOperators.has(expr.operator)) return expr.operator;
      return conditionOperatorIn(expr.left) ?? conditionOperatorIn(expr.right);
    case 'parens':
      return conditionOperatorIn(expr.expr);
    case 'call':
      return expr.args.map(conditionOperatorIn).find((operator) => operator !== undefined);
    default:
      return undefined;
  }
}

function rejectCondition(expr: Expr, at: Position): void {
  const operator = conditionOperatorIn(expr);
  if (operator === undefined) return;
  const place = `line ${at.line + 1}, char ${at.char + 1}`;
  throw new InfluxqlError(
    `invalid operator ${operator} in SELECT clause at ${place}; operator is intended for WHERE clause`,
    { line: at.line + 1, char: at.char + 1 },
  );
}

function parseFieldExpr(tokens: TokenStream): Expr {
  const regex = tokens.regex();
  if (regex) return regex;
  const { at } = tokens.next();
  tokens.back();
  const expr = parseExpr(tokens);
  rejectCondition(expr, at);
  return expr;
}

function parseFields(tokens: TokenStream): Field[] {
  const fields: Field[] = [];
  for (;;) {
    const expr = parseFieldExpr(tokens);
    const alias = tokens.accept('AS') ? tokens.identifier() : '';
    fields.push({ expr, alias });
    tokens.skipWhitespace();
    if (tokens.scan().type !== ',') {
      tokens.back();
      return fields;
    }
  }
}

function parseSource(tokens: TokenStream): Source {
  const regex = tokens.regex();
  if (regex) return { kind: 'measurement', database: '', retentionPolicy: '', name: '', regex };
  if (!tokens.accept('(')) return parseNamedMeasurement(tokens);
  tokens.expect('SELECT');
  const select = parseSelect(tokens, 'no target');
  tokens.expect(')');
  return { kind: 'subquery', select };
}

function parseSources(tokens: TokenStream): Source[] {
  const sources = [parseSource(tokens)];
  while (tokens.accept(',')) sources.push(parseSource(tokens));
  return sources;
}

/** A trailing call like `fill(…)` or `tz(…)`, if the next identifier is that name. */
function parseTrailingCall(tokens: TokenStream, name: string): Call | undefined {
  const token = tokens.next();
  tokens.back();
  if (token.type !== 'IDENT' || token.text.toLowerCase() !== name) return undefined;
  const expr = parseExpr(tokens);
  if (expr.kind !== 'call') throw new InfluxqlError(`${name} must be a function call`);
  return expr;
}

function parseFill(tokens: TokenStream): Fill {
  const call = parseTrailingCall(tokens, 'fill');
  if (!call) return { mode: 'null' };
  const [arg, ...more] = call.args;
  if (!arg || more.length > 0) {
    throw new InfluxqlError('fill requires an argument, e.g.: 0, null, none, previous, linear');
  }
  const word = formatExpr(arg);
  if (word === 'null' || word === 'none' || word === 'previous' || word === 'linear') {
    return { mode: word };
  }
  if (arg.kind === 'integer' || arg.kind === 'number') return { mode: 'number', value: arg.value };
  throw new InfluxqlError('expected number argument in fill()');
}

/** Names as the server's zone files spell them; links cannot be told by their spelling. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    const { timeZone } = Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions();
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

function parseTimeZone(tokens: TokenStream): { timeZone?: string } {
  const call = parseTrailingCall(tokens, 'tz');
  if (!call) return {};
  const [arg, ...more] = call.args;
  if (!arg || more.length > 0) throw new InfluxqlError('tz requires exactly one argument');
  if (arg.kind !== 'string') throw new InfluxqlError('expected string argument in tz()');
  const timeZone = arg.value === '' || arg.value === 'Local' ? 'UTC' : arg.value;
  if (isTimeZone(timeZone)) return { timeZone };
  throw new InfluxqlError(`unable to find time zone ${arg.value}`);
}

export type TargetRule = 'target required' | 'target allowed' | 'no target';

/** `SELECT` is read already. A subquery may name a target too: the server reads it and writes nothing. */
export function parseSelect(tokens: TokenStream, rule: TargetRule): Select {
  const fields = parseFields(tokens);
  const next = tokens.next();
  if (next.type !== 'INTO' && rule === 'target required') throw unexpected(next, 'INTO');
  if (next.type !== 'INTO') tokens.back();
  const into = next.type === 'INTO' ? { into: parseInto(tokens) } : {};
  tokens.expect('FROM');
  const sources = parseSources(tokens);
  const where = parseWhere(tokens);
  const dimensions = parseGroupBy(tokens);
  const fill = parseFill(tokens);
  const sort = parseOrderBy(tokens);
  const limits = parseLimits(tokens);
  const slimit = tokens.optionalInteger('SLIMIT');
  const soffset = tokens.optionalInteger('SOFFSET');
  const zone = parseTimeZone(tokens);
  return {
    kind: 'SELECT',
    fields,
    ...into,
    sources,
    ...where,
    dimensions,
    fill,
    sort,
    ...limits,
    slimit,
    soffset,
    ...zone,
  };
}
