import { perlClass, posixClass, rangesText, unicodeClass } from './goRegexpClasses';

/** A pattern that Go's regexp package refuses, in its words. */
export class GoRegexpError extends Error {
  constructor(problem: string, part: string) {
    super(`error parsing regexp: ${problem}: \`${part}\``);
    this.name = 'GoRegexpError';
  }
}

/** Reads escapes, classes and counts of a Go pattern. */
export class GoRegexpReader {
  readonly source: string;
  at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get ended(): boolean {
    return this.at >= this.source.length;
  }

  follows(text: string): boolean {
    return this.source.startsWith(text, this.at);
  }

  accept(text: string): boolean {
    if (!this.follows(text)) return false;
    this.at += text.length;
    return true;
  }

  peek(): string {
    return this.source[this.at] ?? '';
  }

  /** The next code point. */
  rune(): number {
    const code = this.source.codePointAt(this.at) ?? 0;
    this.at += code > 0xffff ? 2 : 1;
    return code;
  }

  take(pattern: RegExp): string {
    const found = pattern.exec(this.source.slice(this.at))?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  fail(problem: string, from: number, to = this.at): never {
    throw new GoRegexpError(problem, this.source.slice(from, to));
  }

  /** `\n`, `\x{41}`, `\.` and the like, as a code point. */
  escape(): number {
    const start = this.at++;
    if (this.ended) throw new GoRegexpError('trailing backslash at end of expression', '');
    const char = String.fromCodePoint(this.rune());
    const control = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 }[char];
    if (control !== undefined) return control;
    if (char === 'x') return this.#hex(start);
    if (char === '0' || (/[1-7]/.test(char) && /[0-7]/.test(this.peek()))) {
      return Number.parseInt(char + this.take(/^[0-7]{0,2}/), 8);
    }
    if (/[\0-\x7f]/.test(char) && !/[A-Za-z0-9]/.test(char)) return char.charCodeAt(0);
    return this.fail('invalid escape sequence', start);
  }

  #hex(start: number): number {
    if (this.accept('{')) {
      const code = Number.parseInt(this.take(/^[0-9A-Fa-f]*/), 16);
      if (code <= 0x10ffff && this.accept('}')) return code;
      if (!this.ended) this.rune();
    } else {
      const digits = this.take(/^[^]{0,2}/u);
      if (/^[0-9A-Fa-f]{2}$/.test(digits)) return Number.parseInt(digits, 16);
    }
    return this.fail('invalid escape sequence', start);
  }

  /** `\d`, `\pL`, `\p{Greek}`: the inside of a JavaScript class; undefined where another thing follows. */
  classEscape(foldsCase: boolean): string | undefined {
    const [, letter = ''] = /^\\([dDsSwWpP])/.exec(this.source.slice(this.at, this.at + 2)) ?? [];
    if (letter === '') return undefined;
    if (letter === 'p' || letter === 'P') return this.#unicode(letter === 'P');
    this.at += 2;
    return rangesText(perlClass(letter) ?? [], foldsCase);
  }

  #unicode(isNegated: boolean): string {
    const start = this.at;
    this.at += 2;
    let name = '';
    if (this.accept('{')) {
      const end = this.source.indexOf('}', this.at);
      if (end < 0) this.fail('invalid character class range', start, this.source.length);
      name = this.source.slice(this.at, end);
      this.at = end + 1;
    } else if (!this.ended) {
      name = String.fromCodePoint(this.rune());
    }
    const isInverse = name.startsWith('^');
    const text = unicodeClass(isInverse ? name.slice(1) : name, isNegated !== isInverse);
    return text ?? this.fail('invalid character class range', start);
  }

  /** `[…]` as a JavaScript class. */
  bracket(foldsCase: boolean): string {
    const start = this.at++;
    const open = this.accept('^') ? '[^' : '[';
    let text = '';
    for (let first = true; first || this.peek() !== ']'; first = false) {
      text +=
        this.#posix(foldsCase) ?? this.classEscape(foldsCase) ?? this.#range(start, foldsCase);
    }
    this.at++;
    return `${open}${text}]`;
  }

  #posix(foldsCase: boolean): string | undefined {
    const end = this.follows('[:') ? this.source.indexOf(':]', this.at + 2) : -1;
    if (end < 0) return undefined;
    const start = this.at;
    this.at = end + 2;
    const found = posixClass(this.source.slice(start + 2, end));
    return found ? rangesText(found, foldsCase) : this.fail('invalid character class range', start);
  }

  #range(open: number, foldsCase: boolean): string {
    const start = this.at;
    const from = this.#member(open);
    let to = from;
    if (this.peek() === '-' && this.at + 1 < this.source.length && !this.follows('-]')) {
      this.at++;
      to = this.#member(open);
      if (to < from) this.fail('invalid character class range', start);
    }
    return rangesText([[from, to]], foldsCase);
  }

  #member(open: number): number {
    if (this.ended) this.fail('missing closing ]', open);
    return this.peek() === '\\' ? this.escape() : this.rune();
  }
}
