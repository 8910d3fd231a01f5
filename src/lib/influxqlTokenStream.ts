import type { Regex } from './influxqlAst';
import { readDurationLiteral } from './influxqlDuration';
import { InfluxqlError, errorAt, unexpected } from './influxqlError';
import { GoRegexpError, compileGoRegexp } from './goRegexp';
import { Scanner } from './influxqlScanner';
import type { Token } from './influxqlTokens';

/** What can be bound to `$name`; the object forms name the kind of token. */
export type BoundValue =
  | string
  | number
  | bigint
  | boolean
  | { regex: string }
  | { identifier: string }
  | { string: string }
  | { duration: string }
  | { integer: bigint }
  | { float: number }
  | { unusable: string };

export type Params = Readonly<Record<string, BoundValue>>;

type BoundToken = Pick<Token, 'type' | 'text'>;

function boundToken(value: BoundValue): BoundToken {
  if (typeof value === 'string') return { type: 'STRING', text: value };
  if (typeof value === 'boolean') return { type: value ? 'TRUE' : 'FALSE', text: '' };
  if (typeof value === 'bigint') return { type: 'INTEGER', text: String(value) };
  if (typeof value === 'number') return { type: 'NUMBER', text: String(value) };
  if ('regex' in value) return { type: 'REGEX', text: value.regex };
  if ('identifier' in value) return { type: 'IDENT', text: value.identifier };
  if ('string' in value) return { type: 'STRING', text: value.string };
  if ('duration' in value) return { type: 'DURATIONVAL', text: value.duration };
  if ('integer' in value) return { type: 'INTEGER', text: String(value.integer) };
  if ('float' in value) return { type: 'NUMBER', text: String(value.float) };
  return { type: 'BOUNDPARAM', text: value.unusable };
}

/** In the words of Go's number readers. */
function outOfRange(reader: string, digits: string): string {
  return `strconv.${reader}: parsing "${digits}": value out of range`;
}

/** Tokens with as many steps back as wanted, and the small readers that all statements share. */
export class TokenStream {
  readonly #scanner: Scanner;
  readonly #params: Params;
  readonly #tokens: Token[] = [];
  #index = 0;

  constructor(text: string, params: Params) {
    this.#scanner = new Scanner(text);
    this.#params = params;
  }

  scan(): Token {
    return this.#bind(this.#step(() => this.#scanner.scan()));
  }

  /** The next token that is neither white space nor a comment. */
  next(): Token {
    for (;;) {
      const token = this.scan();
      if (token.type !== 'WS' && token.type !== 'COMMENT') return token;
    }
  }

  back(): void {
    this.#index--;
  }

  /** Whether the next token is of this type; then it is consumed. */
  accept(type: string): boolean {
    if (this.next().type === type) return true;
    this.back();
    return false;
  }

  expect(...types: string[]): void {
    for (const type of types) {
      const token = this.next();
      if (token.type !== type) throw unexpected(token, type);
    }
  }

  identifier(): string {
    const token = this.next();
    if (token.type !== 'IDENT') throw unexpected(token, 'identifier');
    return token.text;
  }

  identifiers(): string[] {
    const names = [this.identifier()];
    while (this.accept(',')) names.push(this.identifier());
    return names;
  }

  string(): string {
    const token = this.next();
    if (token.type !== 'STRING') throw unexpected(token, 'string');
    return token.text;
  }

  strings(): string[] {
    const texts = [this.string()];
    while (this.accept(',')) texts.push(this.string());
    return texts;
  }

  /** A replication factor. */
  replication(): number {
    const token = this.next();
    if (token.type !== 'INTEGER') throw unexpected(token, 'integer');
    const value = Number(token.text);
    if (value >= 1 && value <= 2147483647) return value;
    if (BigInt(token.text) >= 2n ** 63n) throw errorAt(outOfRange('Atoi', token.text), token.at);
    throw errorAt(`invalid value ${token.text}: must be 1 <= n <= 2147483647`, token.at);
  }

  unsigned(): bigint {
    const token = this.next();
    if (token.type !== 'INTEGER') throw unexpected(token, 'integer');
    const value = BigInt(token.text);
    if (value < 2n ** 64n) return value;
    throw errorAt(outOfRange('ParseUint', token.text), token.at);
  }

  /** In nanoseconds; `INF` = 0. */
  duration(): bigint {
    return this.accept('INF') ? 0n : this.finiteDuration();
  }

  finiteDuration(): bigint {
    const token = this.next();
    if (token.type !== 'DURATIONVAL') throw unexpected(token, 'duration');
    const read = readDurationLiteral(token.text);
    if ('error' in read) throw errorAt(read.error, token.at);
    return read.ns;
  }

  /** `LIMIT n` and its like; 0 when it is not there. */
  optionalInteger(keyword: string): number {
    if (!this.accept(keyword)) return 0;
    const token = this.next();
    if (token.type !== 'INTEGER') throw unexpected(token, 'integer');
    return Math.min(Number(token.text), Number.MAX_SAFE_INTEGER);
  }

  /** `/…/` if one follows. */
  regex(): Regex | undefined {
    if (/[ \t\n]/.test(this.#scanner.peekOrReadEnd())) this.skipWhitespace();
    const char = this.#scanner.peekOrReadEnd();
    if (char === '$') {
      const bound = this.scan();
      this.back();
      if (bound.type !== 'REGEX') return undefined;
    } else if (char !== '/') {
      return undefined;
    }
    const token = this.#bind(this.#step(() => this.#scanner.scanRegex()));
    if (token.type === 'BADREGEX') throw errorAt(`bad regex: ${token.text}`, token.at);
    if (token.type !== 'REGEX') throw unexpected(token, 'regex');
    return this.compiled(token);
  }

  compiled(token: Token): Regex {
    try {
      compileGoRegexp(token.text);
    } catch (error) {
      if (error instanceof GoRegexpError) throw errorAt(error.message, token.at);
      throw error;
    }
    return { kind: 'regex', source: token.text };
  }

  skipWhitespace(): void {
    if (this.scan().type !== 'WS') this.back();
  }

  /** The character that the scanner would read next. */
  peek(): string {
    return this.#scanner.peekOrReadEnd();
  }

  /** A `$name` that stands for nothing usable. */
  unboundError(token: Token): InfluxqlError {
    const name = token.text.slice(1);
    if (name === '') return new InfluxqlError('empty bound parameter');
    const value = this.#params[name];
    const unusable = typeof value === 'object' && 'unusable' in value;
    return new InfluxqlError(unusable ? value.unusable : `missing parameter: ${name}`);
  }

  #step(read: () => Token): Token {
    const known = this.#tokens[this.#index];
    const token = known ?? read();
    if (!known) this.#tokens.push(token);
    this.#index++;
    return token;
  }

  #bind(token: Token): Token {
    if (token.type !== 'BOUNDPARAM') return token;
    const value = this.#params[token.text.slice(1)];
    if (value === undefined) return token;
    const bound = boundToken(value);
    return bound.type === 'BOUNDPARAM' ? token : { ...bound, at: token.at };
  }
}
