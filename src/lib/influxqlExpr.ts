import type { Call, ColumnType, Expr, Wildcard } from './influxqlAst';
import { readDurationLiteral } from './influxqlDuration';
import { InfluxqlError, errorAt, unexpected } from './influxqlError';
import { quoteSegments } from './influxqlQuoting';
import type { TokenStream } from './influxqlTokenStream';
import type { Token } from './influxqlTokens';
import { isOperator, precedence } from './influxqlTokens';

const MAX_INT64 = 2n ** 63n - 1n;

/** `a`, `a.b`, `a..c`: stops before a regex or a colon that follows a dot. */
export function parseSegments(tokens: TokenStream): string[] {
  const segments = [tokens.identifier()];
  for (;;) {
    if (tokens.scan().type !== '.') {
      tokens.back();
      break;
    }
    const following = tokens.peek();
    if (following === '/' || following === ':') break;
    segments.push(following === '.' ? '' : tokens.identifier());
  }
  if (segments.length <= 3) return segments;
  const message = `too many segments in ${quoteSegments(segments)}`;
  throw errorAt(message, { line: 0, char: 0 });
}

const valueTypes = ['float', 'integer', 'unsigned', 'string', 'boolean'] as const;

/** What follows `::`. */
function parseType(tokens: TokenStream): ColumnType {
  const token = tokens.scan();
  if (token.type === 'FIELD') return 'field';
  if (token.type === 'TAG') return 'tag';
  const type = valueTypes.find(
    (name) => token.type === 'IDENT' && name === token.text.toLowerCase(),
  );
  if (type) return type;
  const known =
    token.type === 'IDENT' ? valueTypes : valueTypes.filter((name) => name !== 'unsigned');
  throw unexpected(token, ...known, 'field', 'tag');
}

function parseReference(tokens: TokenStream): Expr {
  const name = parseSegments(tokens).join('.');
  if (tokens.scan().type === '::') return { kind: 'reference', name, type: parseType(tokens) };
  tokens.back();
  return { kind: 'reference', name };
}

function parseArgument(tokens: TokenStream): Expr {
  return tokens.regex() ?? parseExpr(tokens);
}

/** Name and opening parenthesis are read already. */
function parseCall(tokens: TokenStream, name: string): Call {
  const call: Call = { kind: 'call', name: name.toLowerCase(), args: [] };
  const regex = tokens.regex();
  if (regex) {
    call.args.push(regex);
  } else {
    if (tokens.scan().type === ')') return call;
    tokens.back();
    call.args.push(parseExpr(tokens));
  }
  while (tokens.accept(',')) call.args.push(parseArgument(tokens));
  const token = tokens.scan();
  if (token.type !== ')') throw unexpected(token, ')');
  return call;
}

function parseDistinct(tokens: TokenStream): Expr {
  const token = tokens.scan();
  if (token.type === '(') return parseCall(tokens, 'distinct');
  if (token.type === 'WS') return { kind: 'distinct', name: tokens.identifier() };
  throw unexpected(token, '(', 'identifier');
}

function parseWildcard(tokens: TokenStream): Wildcard {
  if (tokens.scan().type !== '::') {
    tokens.back();
    return { kind: 'wildcard' };
  }
  const token = tokens.scan();
  if (token.type === 'FIELD') return { kind: 'wildcard', type: 'field' };
  if (token.type === 'TAG') return { kind: 'wildcard', type: 'tag' };
  throw unexpected(token, 'field', 'tag');
}

function parseInteger(token: Token): Expr {
  const value = BigInt(token.text);
  if (value <= MAX_INT64) return { kind: 'integer', value };
  if (value < 2n ** 64n) return { kind: 'unsigned', value };
  throw errorAt('unable to parse integer', token.at);
}

function negated(expr: Expr): Expr {
  switch (expr.kind) {
    case 'number':
      return { kind: 'number', value: -expr.value };
    case 'integer':
      return { kind: 'integer', value: -expr.value };
    case 'unsigned':
      if (expr.value === MAX_INT64 + 1n) return { kind: 'integer', value: -expr.value };
      throw new InfluxqlError(`constant -${expr.value} underflows int64`);
    case 'duration':
      return { kind: 'duration', ns: -expr.ns };
    default:
      return timesOne(-1n, expr);
  }
}

function timesOne(value: bigint, right: Expr): Expr {
  return { kind: 'binary', operator: '*', left: { kind: 'integer', value }, right };
}

function parseSigned(tokens: TokenStream, sign: '+' | '-'): Expr {
  const token = tokens.next();
  if (!['NUMBER', 'INTEGER', 'DURATIONVAL', '(', 'IDENT'].includes(token.type)) {
    throw unexpected(token, 'identifier', 'number', 'duration', '(');
  }
  tokens.back();
  const expr = parseUnary(tokens);
  if (sign === '-') return negated(expr);
  const isVariable = ['reference', 'call', 'parens'].includes(expr.kind);
  return isVariable ? timesOne(1n, expr) : expr;
}

function parseParens(tokens: TokenStream): Expr {
  const expr = parseExpr(tokens);
  const token = tokens.next();
  if (token.type !== ')') throw unexpected(token, ')');
  return { kind: 'parens', expr };
}

function parseNamed(tokens: TokenStream, name: string): Expr {
  if (tokens.scan().type === '(') return parseCall(tokens, name);
  tokens.back();
  tokens.back();
  return parseReference(tokens);
}

function parseLiteral(tokens: TokenStream, token: Token): Expr {
  switch (token.type) {
    case 'STRING':
      return { kind: 'string', value: token.text };
    case 'NUMBER':
      return { kind: 'number', value: Number(token.text) };
    case 'INTEGER':
      return parseInteger(token);
    case 'TRUE':
    case 'FALSE':
      return { kind: 'boolean', value: token.type === 'TRUE' };
    case 'DURATIONVAL': {
      const read = readDurationLiteral(token.text);
      if ('error' in read) throw new InfluxqlError(read.error);
      return { kind: 'duration', ns: read.ns };
    }
    case 'REGEX':
      return tokens.compiled(token);
    case 'BOUNDPARAM':
      throw tokens.unboundError(token);
    default:
      throw unexpected(token, 'identifier', 'string', 'number', 'bool');
  }
}

function parseUnary(tokens: TokenStream): Expr {
  const token = tokens.next();
  switch (token.type) {
    case '(':
      return parseParens(tokens);
    case 'IDENT':
      return parseNamed(tokens, token.text);
    case 'DISTINCT':
      return parseDistinct(tokens);
    case '*':
      return parseWildcard(tokens);
    case '+':
    case '-':
      return parseSigned(tokens, token.type);
    default:
      return parseLiteral(tokens, token);
  }
}

function parseRightOfRegex(tokens: TokenStream): Expr {
  const regex = tokens.regex();
  if (regex) return regex;
  throw unexpected(tokens.next(), 'regex');
}

/** Operators bind by precedence, to the left. */
export function parseExpr(tokens: TokenStream, tightest = 0): Expr {
  let left = parseUnary(tokens);
  for (;;) {
    const { type } = tokens.next();
    if (!isOperator(type) || precedence(type) <= tightest) {
      tokens.back();
      return left;
    }
    const right =
      type === '=~' || type === '!~'
        ? parseRightOfRegex(tokens)
        : parseExpr(tokens, precedence(type));
    left = { kind: 'binary', operator: type, left, right };
  }
}
