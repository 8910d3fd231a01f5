import type { Position, Token } from './influxqlTokens';
import { isKeyword } from './influxqlTokens';

const whitespace = /[ \t\n]/;
const digit = /[0-9]/;
const identChar = /[A-Za-z0-9_]/;
const durationChar = /[A-Za-z0-9µ]/;

const signs: ReadonlySet<string> = new Set('+ * % & | ^ ( ) , ;'.split(' '));
/** The longest wins. */
const longSigns: Readonly<Record<string, readonly string[]>> = {
  '=': ['=~', '='],
  '!': ['!=', '!~'],
  '>': ['>=', '>'],
  '<': ['<=', '<>', '<'],
  ':': ['::', ':'],
};

const stringEscapes: Readonly<Record<string, string>> = {
  n: '\n',
  '\\': '\\',
  '"': '"',
  "'": "'",
};

/**
 * Cuts InfluxQL into tokens as the server's scanner does, down to its way of counting: the end of the text moves on by
 * one when it is read again, and a NUL is an end of text behind which the text may go on, all at one place.
 */
export class Scanner {
  readonly #chars: readonly string[];
  readonly #positions: readonly Position[];
  readonly #hasNul: boolean;
  /** Beyond the last character by one a read of the end. */
  #next = 0;

  constructor(text: string) {
    this.#chars = Array.from(text.replaceAll(/\r\n?/g, '\n'), (char) =>
      char === '\0' ? '' : char,
    );
    this.#hasNul = text.includes('\0');
    let at: Position = { line: 0, char: 0 };
    let ended = false;
    this.#positions = [...this.#chars, ''].map((char) => {
      const here = at;
      if (char === '\n') at = { line: at.line + 1, char: 0 };
      else if (!ended) at = { line: at.line, char: at.char + 1 };
      ended ||= char === '';
      return here;
    });
  }

  scan(): Token {
    const at = this.#position();
    if (/[A-Za-z_"]/.test(this.peek())) return this.#identifier(at);
    const char = this.#read();
    if (char === '') return { type: 'EOF', text: '', at };
    if (whitespace.test(char)) return this.#whitespace(char, at);
    if (digit.test(char)) return this.#number(char, at);
    return this.#sign(char, at);
  }

  /** Reads `/…/`; only `\/` is an escape of InfluxQL's own. */
  scanRegex(): Token {
    const at = this.#before(1);
    const bad = { type: 'BADREGEX', text: '', at };
    if (this.#read() !== '/') return bad;
    let text = '';
    for (;;) {
      const char = this.#read();
      if (char === '/') return { type: 'REGEX', text, at };
      if (char === '' || char === '\n') return bad;
      if (char === '\\' && this.peek() === '/') text += this.#read();
      else text += char;
    }
  }

  /** The next character, '' at the end; does not move. */
  peek(): string {
    return this.#chars[this.#next] ?? '';
  }

  /** Looks one ahead as the server's parser does: at the end, looking counts as reading. */
  peekOrReadEnd(): string {
    const char = this.peek();
    if (char === '') this.#next++;
    return char;
  }

  #read(): string {
    return this.#chars[this.#next++] ?? '';
  }

  #position(): Position {
    const last = this.#positions.length - 1;
    const at = this.#positions[Math.min(this.#next, last)] ?? { line: 0, char: 0 };
    return this.#next > last && !this.#hasNul ? { line: at.line, char: at.char + 1 } : at;
  }

  #before(count: number): Position {
    return this.#positions[Math.max(0, this.#next - count)] ?? { line: 0, char: 0 };
  }

  /** What follows and matches; an end of text met on the way is read. */
  #take(pattern: RegExp): string {
    let text = '';
    while (pattern.test(this.peek())) text += this.#read();
    if (this.peek() === '') this.#next++;
    return text;
  }

  /** As `#take`, but an end of text stays. */
  #takeOnly(pattern: RegExp): string {
    let text = '';
    while (pattern.test(this.peek())) text += this.#read();
    return text;
  }

  #whitespace(first: string, at: Position): Token {
    return { type: 'WS', text: first + this.#take(whitespace), at };
  }

  #identifier(at: Position): Token {
    const token = this.#name(at);
    const type = token.text.toUpperCase();
    return token.type === 'IDENT' && !token.quoted && isKeyword(type)
      ? { type, text: '', at }
      : token;
  }

  /** Bare characters, then a quote: only what is quoted counts. */
  #name(at: Position): Token & { quoted?: true } {
    let text = '';
    while (this.peek() !== '"') {
      const char = this.peek();
      if (char !== '' && !identChar.test(char)) return { type: 'IDENT', text, at };
      this.#read();
      if (char === '') return { type: 'IDENT', text, at };
      text += char + this.#take(identChar);
    }
    this.#read();
    return { ...this.#quoted('"', 'IDENT', at), quoted: true };
  }

  /** The opening quote is read already; what is wrong is placed at the character before it. */
  #quoted(quote: string, type: string, at: Position): Token {
    const before = this.#before(2);
    let text = '';
    for (;;) {
      const char = this.#read();
      if (char === quote) return { type, text, at };
      if (char === '' || char === '\n') return { type: 'BADSTRING', text, at: before };
      if (char !== '\\') {
        text += char;
        continue;
      }
      const escapeAt = this.#position();
      const escaped = this.#read();
      const meant = stringEscapes[escaped];
      if (meant === undefined) return { type: 'BADESCAPE', text: char + escaped, at: escapeAt };
      text += meant;
    }
  }

  #number(first: string, at: Position): Token {
    let text = first === '.' ? '' : first;
    if (first !== '.') text += this.#takeOnly(digit);
    if (first === '.' || this.peek() === '.') {
      if (first !== '.') this.#read();
      if (digit.test(this.peek())) text += '.' + this.#takeOnly(digit);
      return { type: 'NUMBER', text, at };
    }
    if (!/[A-Za-zµ]/.test(this.peek())) return { type: 'INTEGER', text, at };
    return { type: 'DURATIONVAL', text: text + this.#takeOnly(durationChar), at };
  }

  #sign(char: string, at: Position): Token {
    const following = this.peek();
    const long = longSigns[char]?.find((sign) => sign === char || sign === char + following);
    if (long !== undefined) {
      if (long.length > 1) this.#read();
      return { type: long === '<>' ? '!=' : long, text: '', at };
    }
    if (signs.has(char)) return { type: char, text: '', at };
    switch (char) {
      case "'":
        return this.#quoted("'", 'STRING', this.#before(2));
      case '.':
        return digit.test(following) ? this.#number('.', at) : { type: '.', text: '', at };
      case '$':
        return this.#boundParameter(at);
      case '-':
        return following === '-' ? this.#lineComment(at) : { type: '-', text: '', at };
      case '/':
        return following === '*' ? this.#blockComment(at) : { type: '/', text: '', at };
      default:
        return { type: 'ILLEGAL', text: char, at };
    }
  }

  #boundParameter(at: Position): Token {
    const name = this.#name(at);
    const type = name.type === 'IDENT' ? 'BOUNDPARAM' : name.type;
    return { type, text: '$' + name.text, at };
  }

  #lineComment(at: Position): Token {
    for (;;) {
      const char = this.#read();
      if (char === '\n' || char === '') return { type: 'COMMENT', text: '', at };
    }
  }

  #blockComment(at: Position): Token {
    this.#read();
    for (let last = ''; ;) {
      const char = this.#read();
      if (char === '') return { type: 'ILLEGAL', text: '', at };
      if (last === '*' && char === '/') return { type: 'COMMENT', text: '', at };
      last = char;
    }
  }
}
