import { charText } from './goRegexpClasses';
import { GoRegexpError, GoRegexpReader } from './goRegexpReader';

export { GoRegexpError };

interface Flags {
  foldsCase: boolean;
  multiLine: boolean;
  dotAll: boolean;
  lazy: boolean;
}

/** One part of a sequence; `repeats` = how often its innermost part may have to be tried: Go allows 1000. */
interface Item {
  text: string;
  repeats: number;
}

interface Group {
  open: string;
  alternatives: Item[];
  items: Item[];
  /** Those that hold again behind it. */
  flags: Flags;
}

interface Count {
  min: number;
  max: number;
}

const MAX_REPEATS = 1000;
const counts: Readonly<Record<string, Count>> = {
  '*': { min: 0, max: Infinity },
  '+': { min: 1, max: Infinity },
  '?': { min: 0, max: 1 },
};

function timesOf({ min, max }: Count): number {
  return max === Infinity ? min : max;
}

function isTooMuch({ min, max }: Count): boolean {
  return min > MAX_REPEATS || min > max || timesOf({ min, max }) > MAX_REPEATS;
}

function most(items: readonly Item[]): number {
  return Math.max(1, ...items.map(({ repeats }) => repeats));
}

function joined(items: readonly Item[], separator: string): Item {
  return { text: items.map(({ text }) => text).join(separator), repeats: most(items) };
}

/** Go's grammar on the one side, JavaScript's on the other. */
class Translator {
  readonly #reader: GoRegexpReader;
  #flags: Flags = { foldsCase: false, multiLine: false, dotAll: false, lazy: false };
  readonly #groups: Group[] = [];
  #group: Group;

  constructor(source: string) {
    this.#reader = new GoRegexpReader(source);
    this.#group = { open: '(?:', alternatives: [], items: [], flags: this.#flags };
  }

  translate(): string {
    const reader = this.#reader;
    let lastRepeat = -1;
    while (!reader.ended) {
      const start = reader.at;
      const count = this.#count();
      if (count) this.#repeat(count, start, lastRepeat);
      else this.#step();
      lastRepeat = count ? start : -1;
    }
    if (this.#groups.length > 0) throw new GoRegexpError('missing closing )', reader.source);
    return this.#closed().text;
  }

  #push(text: string): void {
    this.#group.items.push({ text, repeats: 1 });
  }

  #closed(): Item {
    const { open, alternatives, items } = this.#group;
    const inner = joined([...alternatives, joined(items, '')], '|');
    return { text: `${open}${inner.text})`, repeats: inner.repeats };
  }

  /** `*`, `{2,3}` and the like, where they count. */
  #count(): Count | undefined {
    const reader = this.#reader;
    const simple = counts[reader.peek()];
    if (simple) {
      reader.at++;
      return simple;
    }
    const found = /^\{(0|[1-9]\d*)(,(0|[1-9]\d*)?)?\}/.exec(reader.source.slice(reader.at));
    if (!found) return undefined;
    const [text, min = '', comma, max] = found;
    reader.at += text.length;
    const upper = max === undefined ? Infinity : Number(max);
    return { min: Number(min), max: comma === undefined ? Number(min) : upper };
  }

  #repeat(count: Count, start: number, lastRepeat: number): void {
    const reader = this.#reader;
    if (isTooMuch(count)) reader.fail('invalid repeat count', start);
    const quantifier = reader.source.slice(start, reader.at);
    const isLazy = reader.accept('?') !== this.#flags.lazy;
    if (lastRepeat >= 0) reader.fail('invalid nested repetition operator', lastRepeat);
    const item = this.#group.items.pop();
    if (!item) return reader.fail('missing argument to repetition operator', start);
    const times = timesOf(count);
    const repeats = count.max === 0 ? 1 : item.repeats * Math.max(1, times);
    if (times >= 2 && repeats > MAX_REPEATS) reader.fail('invalid repeat count', start);
    this.#group.items.push({ text: `(?:${item.text})${quantifier}${isLazy ? '?' : ''}`, repeats });
  }

  #step(): void {
    const reader = this.#reader;
    switch (reader.peek()) {
      case '(':
        this.#open();
        break;
      case ')':
        this.#close();
        break;
      case '|':
        reader.at++;
        this.#group.alternatives.push(joined(this.#group.items, ''));
        this.#group.items = [];
        break;
      case '[':
        this.#push(reader.bracket(this.#flags.foldsCase));
        break;
      case '\\':
        this.#escape();
        break;
      default:
        if (!this.#sign()) this.#literal(reader.rune());
    }
  }

  /** `^`, `$`, `.`: false when another character follows. */
  #sign(): boolean {
    const { multiLine, dotAll } = this.#flags;
    const texts: Readonly<Record<string, string>> = {
      '^': multiLine ? '(?<![^\\n])' : '^',
      $: multiLine ? '(?![^\\n])' : '$',
      '.': dotAll ? '[^]' : '[^\\n]',
    };
    const text = texts[this.#reader.peek()];
    if (text === undefined) return false;
    this.#reader.at++;
    this.#push(text);
    return true;
  }

  #literal(code: number): void {
    const char = String.fromCodePoint(code);
    const variants = this.#flags.foldsCase
      ? [char, char.toLowerCase(), char.toUpperCase()]
      : [char];
    const codes = new Set(
      variants.filter((text) => Array.from(text).length === 1).map((text) => text.codePointAt(0)),
    );
    const text = [...codes].map((each) => charText(each ?? code)).join('');
    this.#push(codes.size > 1 ? `[${text}]` : text);
  }

  #escape(): void {
    const reader = this.#reader;
    const assertion = { A: '^', z: '$', b: '\\b', B: '\\B' }[reader.source[reader.at + 1] ?? ''];
    if (assertion !== undefined) {
      reader.at += 2;
      this.#push(assertion);
    } else if (reader.accept('\\Q')) {
      this.#quoted();
    } else {
      const inside = reader.classEscape(this.#flags.foldsCase);
      if (inside === undefined) this.#literal(reader.escape());
      else this.#push(`[${inside}]`);
    }
  }

  #quoted(): void {
    const reader = this.#reader;
    while (!reader.ended && !reader.accept('\\E')) this.#literal(reader.rune());
  }

  #open(): void {
    const reader = this.#reader;
    const rest = reader.source.slice(reader.at);
    if (/^\(\?P?<[^]/.test(rest)) this.#openNamed();
    else if (reader.follows('(?')) this.#openFlags();
    else {
      reader.at++;
      this.#enter('(');
    }
  }

  #enter(open: string): void {
    this.#groups.push(this.#group);
    this.#group = { open, alternatives: [], items: [], flags: this.#flags };
  }

  #openNamed(): void {
    const reader = this.#reader;
    const start = reader.at;
    const end = reader.source.indexOf('>', start);
    if (end < 0) reader.fail('invalid named capture', start, reader.source.length);
    const whole = reader.source.slice(start, end + 1);
    if (!/^\(\?P?<\w+>$/.test(whole)) throw new GoRegexpError('invalid named capture', whole);
    reader.at = end + 1;
    this.#enter('(');
  }

  /** `(?i)`, `(?s-m:`. */
  #openFlags(): void {
    const reader = this.#reader;
    const start = reader.at;
    const [text, on = '', minus, off = '', end] = /^\(\?([imsU]*)(?:(-)([imsU]*))?([:)])?/.exec(
      reader.source.slice(start),
    ) ?? [''];
    reader.at += text.length;
    if (end === undefined || (minus !== undefined && off === '')) {
      if (end === undefined) reader.rune();
      reader.fail('invalid or unsupported Perl syntax', start);
    }
    if (end === ':') this.#enter('(?:');
    const set = (letter: string, known: boolean): boolean =>
      !off.includes(letter) && (on.includes(letter) || known);
    this.#flags = {
      foldsCase: set('i', this.#flags.foldsCase),
      multiLine: set('m', this.#flags.multiLine),
      dotAll: set('s', this.#flags.dotAll),
      lazy: set('U', this.#flags.lazy),
    };
  }

  #close(): void {
    const reader = this.#reader;
    reader.at++;
    const outer = this.#groups.pop();
    if (!outer) throw new GoRegexpError('unexpected )', reader.source);
    const item = this.#closed();
    this.#flags = this.#group.flags;
    this.#group = outer;
    this.#group.items.push(item);
  }
}

/** Compiles a Go (RE2) pattern; JavaScript's engine may take longer than Go's on nested repetition. */
export function compileGoRegexp(source: string): RegExp {
  return new RegExp(new Translator(source).translate(), 'u');
}
