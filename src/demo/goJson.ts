/** A JSON value as Go's decoder meets it: object members in order (names may repeat), numbers as written. */
export type GoValue =
  | { kind: 'object'; members: readonly (readonly [string, GoValue])[] }
  | { kind: 'array'; items: readonly GoValue[] }
  | { kind: 'string'; text: string }
  | { kind: 'number'; text: string }
  | { kind: 'bool'; value: boolean }
  | { kind: 'null' };

/** Its message is the text of the Go error. */
export class GoJsonError extends Error {
  override name = 'GoJsonError';
}

/** A text that is no id where one is wanted: an error of the request, not of its JSON. */
export class GoIDError extends GoJsonError {}

/** JSON that is well-formed, but not of the types wanted. */
export class GoTypeError extends GoJsonError {}

/** Reads the first JSON value of a body as `json.NewDecoder(body).Decode` does; what follows it is not looked at. */
export function parseGoJson(text: string): GoValue {
  const scanner = new Scanner(text);
  if (scanner.isBlank()) throw new GoJsonError('EOF');
  return scanner.value();
}

const SPACE = new Set([' ', '\t', '\r', '\n']);
const ESCAPES: Record<string, string> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};

class Scanner {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  isBlank(): boolean {
    this.space();
    return this.at >= this.text.length;
  }

  value(): GoValue {
    this.space();
    const c = this.peek();
    if (c === '{') return this.object();
    if (c === '[') return this.array();
    if (c === '"') return { kind: 'string', text: this.string() };
    if (c === '-' || isDigit(c)) return { kind: 'number', text: this.number() };
    if (c === 't') return this.literal('true', { kind: 'bool', value: true });
    if (c === 'f') return this.literal('false', { kind: 'bool', value: false });
    if (c === 'n') return this.literal('null', { kind: 'null' });
    return this.refuse('looking for beginning of value');
  }

  private object(): GoValue {
    const members: [string, GoValue][] = [];
    this.at += 1;
    this.space();
    if (this.peek() === '}') {
      this.at += 1;
      return { kind: 'object', members };
    }
    for (;;) {
      this.space();
      if (this.peek() !== '"') return this.refuse('looking for beginning of object key string');
      const name = this.string();
      this.space();
      if (this.peek() !== ':') return this.refuse('after object key');
      this.at += 1;
      members.push([name, this.value()]);
      this.space();
      if (this.ends('}', 'after object key:value pair')) return { kind: 'object', members };
    }
  }

  private array(): GoValue {
    const items: GoValue[] = [];
    this.at += 1;
    this.space();
    if (this.peek() === ']') {
      this.at += 1;
      return { kind: 'array', items };
    }
    for (;;) {
      items.push(this.value());
      this.space();
      if (this.ends(']', 'after array element')) return { kind: 'array', items };
    }
  }

  /** Takes `close` (true) or a comma (false). */
  private ends(close: string, context: string): boolean {
    const c = this.peek();
    if (c !== close && c !== ',') this.refuse(context);
    this.at += 1;
    return c === close;
  }

  private string(): string {
    let out = '';
    this.at += 1;
    for (;;) {
      const c = this.peek();
      if (c === '"') {
        this.at += 1;
        // Half of a surrogate pair is no character.
        return out.replace(/\p{Surrogate}/gu, '\ufffd');
      }
      if (c < ' ') this.refuse('in string literal');
      this.at += 1;
      out += c === '\\' ? this.escape() : c;
    }
  }

  private escape(): string {
    const c = this.peek();
    if (c === 'u') {
      this.at += 1;
      for (let i = 0; i < 4; i++, this.at++) {
        if (!/[0-9a-fA-F]/.test(this.peek())) this.refuse('in \\u hexadecimal character escape');
      }
      return String.fromCharCode(parseInt(this.text.slice(this.at - 4, this.at), 16));
    }
    const plain = ESCAPES[c];
    if (plain === undefined) return this.refuse('in string escape code');
    this.at += 1;
    return plain;
  }

  private number(): string {
    const start = this.at;
    if (this.peek() === '-') this.at += 1;
    if (!isDigit(this.peek())) this.refuse('in numeric literal');
    if (this.peek() === '0') this.at += 1;
    else this.digits();
    if (this.next() === '.') {
      this.at += 1;
      if (!isDigit(this.peek())) this.refuse('after decimal point in numeric literal');
      this.digits();
    }
    if (this.next() === 'e' || this.next() === 'E') {
      this.at += 1;
      if (this.peek() === '+' || this.peek() === '-') this.at += 1;
      if (!isDigit(this.peek())) this.refuse('in exponent of numeric literal');
      this.digits();
    }
    return this.text.slice(start, this.at);
  }

  private digits(): void {
    while (isDigit(this.next())) this.at += 1;
  }

  private literal(word: string, value: GoValue): GoValue {
    for (let i = 0; i < word.length; i++, this.at++) {
      const wanted = word.charAt(i);
      if (this.peek() !== wanted) this.refuse(`in literal ${word} (expecting '${wanted}')`);
    }
    return value;
  }

  private space(): void {
    while (SPACE.has(this.next())) this.at += 1;
  }

  /** The character here; the end of the text is an error. */
  private peek(): string {
    if (this.at >= this.text.length) throw new GoJsonError('unexpected EOF');
    return this.text.charAt(this.at);
  }

  /** The character here, or '' at the end. */
  private next(): string {
    return this.text.charAt(this.at);
  }

  private refuse(context: string): never {
    throw new GoJsonError(`invalid character ${quoted(this.peek())} ${context}`);
  }
}

function isDigit(c: string): boolean {
  return c >= '0' && c <= '9' && c !== '';
}

const CONTROL: Record<string, string> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
};

/** As Go quotes one byte of a syntax error. */
function quoted(c: string): string {
  if (c === "'") return "'\\''";
  if (c === '\\') return "'\\\\'";
  if (c >= ' ' && c < '\x7f') return `'${c}'`;
  if (c < ' ' || c === '\x7f') {
    return `'${CONTROL[c] ?? `\\x${c.charCodeAt(0).toString(16).padStart(2, '0')}`}'`;
  }
  // The scanner works on bytes: the first byte of a longer character, as Latin-1.
  const first = new TextEncoder().encode(c)[0] ?? 0;
  return `'${String.fromCharCode(first)}'`;
}
