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

class PredicateParser {
  private readonly scanner: Scanner;
  private readonly terms: DeleteTerm[] = [];
  private pending: Token | null = null;
  private open = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  parse(): DeleteTerm[] {
    this.logical();
    return this.terms;
  }

  private next(): Token {
    const token = this.pending ?? this.scanner.scan();
    this.pending = null;
    return token.type === 'WS' ? this.scanner.scan() : token;
  }

  /** Terms up to a closing parenthesis or the end; what stands between them but AND is not asked for. */
  private logical(): void {
    for (;;) {
      const token = this.next();
      switch (token.type) {
        case 'NUMBER':
        case 'INTEGER':
        case 'NAME':
        case 'IDENT':
          this.pending = token;
          this.terms.push(this.term());
          break;
        case 'AND':
          break;
        case 'OR':
          fail(`the logical operator OR is not supported yet at position ${token.at.char}`);
          break;
        case '(':
          this.parenthesis();
          break;
        case ')':
        case 'EOF':
          if (token.type === ')') this.open--;
          if (this.open < 0) fail('extra ) seen');
          return;
        default:
          fail(`bad logical expression, at position ${token.at.char}`);
      }
    }
  }

  private parenthesis(): void {
    const outside = this.open;
    this.open++;
    this.logical();
    if (this.open !== outside) fail('extra ( seen');
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
    const token = this.next();
    switch (token.type) {
      case 'IDENT':
      case 'NUMBER':
      case 'INTEGER':
      case 'DURATIONVAL':
        return token.text;
      case 'TRUE':
      case 'FALSE':
        return token.type.toLowerCase();
      default:
        return fail(`bad tag value: ${JSON.stringify(token.text)}, at position ${token.at.char}`);
    }
  }
}
