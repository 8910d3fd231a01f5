import { InfluxqlError } from '@/lib/influxqlError';
import { parseExpr } from '@/lib/influxqlExpr';
import { Scanner } from '@/lib/influxqlScanner';
import { TokenStream } from '@/lib/influxqlTokenStream';
import type { Token } from '@/lib/influxqlTokens';
import type { DeleteTerm } from './storage/storage';

/** In the server's words. */
export class PredicateError extends Error {
  override name = 'PredicateError';
}

/**
 * The server reads a predicate twice: by a parser of its own, whose errors stand behind `error decoding json body`, and
 * as an expression of InfluxQL.
 */
export function parseDeletePredicate(text: string): DeleteTerm[] {
  if (text === '') return [];
  const terms = new PredicateParser(text).parse();
  try {
    parseExpr(new TokenStream(text, {}));
  } catch (error) {
    if (!(error instanceof InfluxqlError)) throw error;
    throw new PredicateError(`invalid request; error parsing predicate: ${error.message}`);
  }
  return terms;
}

function fail(message: string): never {
  throw new PredicateError(`error decoding json body: ${message}`);
}

/** What an AND joins, or two terms in a row without one. */
interface Pair {
  isJoined: boolean;
  left: Predicate | null;
  right: Predicate | null;
}
type Predicate = Pair | DeleteTerm;

function isPair(node: Predicate): node is Pair {
  return 'isJoined' in node;
}

/** Terms in the order they are met. The server finds a missing AND only now. */
function termsOf(node: Predicate | null): DeleteTerm[] {
  if (node === null) return [];
  if (!isPair(node)) return [node];
  if (!node.isJoined) fail("the logical operator '\\x00' is invalid");
  return [...termsOf(node.left), ...termsOf(node.right)];
}

class PredicateParser {
  private readonly scanner: Scanner;
  private pending: Token | null = null;
  private open = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  parse(): DeleteTerm[] {
    return termsOf(this.logical());
  }

  private next(): Token {
    const token = this.pending ?? this.scanner.scan();
    this.pending = null;
    return token.type === 'WS' ? this.scanner.scan() : token;
  }

  /** Up to a closing parenthesis or the end. A third term without an AND takes the place of the second, as on the server. */
  private logical(): Predicate | null {
    let pair: Pair = { isJoined: false, left: null, right: null };
    const add = (node: Predicate | null): void => {
      if (pair.left === null) pair.left = node;
      else pair.right = node;
    };
    for (;;) {
      const token = this.next();
      switch (token.type) {
        case 'NUMBER':
        case 'INTEGER':
        case 'NAME':
        case 'IDENT':
          this.pending = token;
          add(this.term());
          break;
        case 'AND':
          pair.isJoined = true;
          if (pair.right !== null) pair = { isJoined: true, left: pair, right: this.afterAnd() };
          break;
        case 'OR':
          fail(`the logical operator OR is not supported yet at position ${token.at.char}`);
          break;
        case '(':
          add(this.parenthesis());
          break;
        case ')':
        case 'EOF':
          if (token.type === ')') this.open--;
          if (this.open < 0) fail('extra ) seen');
          return pair.right === null ? pair.left : pair;
        default:
          fail(`bad logical expression, at position ${token.at.char}`);
      }
    }
  }

  private afterAnd(): Predicate | null {
    const token = this.next();
    this.pending = token;
    return token.type === '(' ? this.logical() : this.term();
  }

  private parenthesis(): Predicate | null {
    const outside = this.open;
    this.open++;
    const node = this.logical();
    if (this.open !== outside) fail('extra ( seen');
    return node;
  }

  private term(): DeleteTerm {
    const key = this.next();
    if (key.type !== 'IDENT' && key.type !== 'NAME') {
      fail(`bad tag key, at position ${key.at.char}`);
    }
    const operator = this.next();
    const position = operator.at.char;
    switch (operator.type) {
      case '=':
      case '!=':
        return {
          key: key.type === 'NAME' ? 'name' : key.text,
          operator: operator.type,
          value: this.value(),
        };
      case '=~':
      case '!~':
        return fail(`operator: "${operator.type}" at position: ${position} is not supported yet`);
      default:
        return fail(`invalid operator "${operator.type}" at position: ${position}`);
    }
  }

  private value(): string {
    let token = this.next();
    // Signs do not add up.
    const sign = token.type === '-' ? '-' : '';
    while (token.type === '-') token = this.next();
    switch (token.type) {
      case 'IDENT':
      case 'NUMBER':
      case 'INTEGER':
      case 'DURATIONVAL':
        return sign + token.text;
      case 'TRUE':
      case 'FALSE':
        return token.type.toLowerCase();
      default:
        return fail(`bad tag value: ${JSON.stringify(token.text)}, at position ${token.at.char}`);
    }
  }
}
