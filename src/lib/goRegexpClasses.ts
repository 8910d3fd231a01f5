export type Range = readonly [from: number, to: number];

const MAX_RUNE = 0x10ffff;

function ranges(...pairs: readonly string[]): Range[] {
  return pairs.map((pair) => [pair.codePointAt(0) ?? 0, pair.codePointAt(pair.length - 1) ?? 0]);
}

const posix: Readonly<Record<string, readonly Range[]>> = {
  alnum: ranges('09', 'AZ', 'az'),
  alpha: ranges('AZ', 'az'),
  ascii: [[0, 0x7f]],
  blank: ranges('\t', ' '),
  cntrl: [
    [0, 0x1f],
    [0x7f, 0x7f],
  ],
  digit: ranges('09'),
  graph: ranges('!~'),
  lower: ranges('az'),
  print: ranges(' ~'),
  punct: ranges('!/', ':@', '[`', '{~'),
  space: ranges('\t\r', ' '),
  upper: ranges('AZ'),
  word: ranges('09', 'AZ', '_', 'az'),
  xdigit: ranges('09', 'AF', 'af'),
};

const perl: Readonly<Record<string, readonly Range[]>> = {
  d: ranges('09'),
  s: ranges('\t\n', '\f\r', ' '),
  w: ranges('09', 'AZ', '_', 'az'),
};

/** Of ranges in ascending order. */
function inverted(sorted: readonly Range[]): Range[] {
  const result: Range[] = [];
  let next = 0;
  for (const [from, to] of sorted) {
    if (from > next) result.push([next, from - 1]);
    next = to + 1;
  }
  return [...result, [next, MAX_RUNE]];
}

/** `[:alpha:]` by its name, which a `^` may negate. */
export function posixClass(name: string): readonly Range[] | undefined {
  const isNegated = name.startsWith('^');
  const key = isNegated ? name.slice(1) : name;
  const found = Object.hasOwn(posix, key) ? posix[key] : undefined;
  return found && isNegated ? inverted(found) : found;
}

/** `\d`, `\S` and the like by their letter: ASCII only, unlike JavaScript's `\s`. */
export function perlClass(letter: string): readonly Range[] | undefined {
  const found = perl[letter.toLowerCase()];
  return found && letter < 'a' ? inverted(found) : found;
}

/** JavaScript's spelling of `\p{…}`: a general category of one or two letters, or a script. */
export function unicodeClass(name: string, isNegated: boolean): string | undefined {
  const property = /^[CLMNPSZ][a-z]?$/.test(name) ? name : `Script=${name}`;
  const pattern = name === 'Any' ? 'Any' : property;
  if (!/^\w+(=\w+)?$/.test(pattern)) return undefined;
  const text = `\\${isNegated ? 'P' : 'p'}{${pattern}}`;
  try {
    return new RegExp(text, 'u').source;
  } catch {
    return undefined;
  }
}

export function charText(code: number): string {
  const char = String.fromCodePoint(code);
  return /[A-Za-z0-9]/.test(char) ? char : `\\u{${code.toString(16)}}`;
}

function swapped([from, to]: Range, low: number, high: number, by: number): Range[] {
  const first = Math.max(from, low);
  const last = Math.min(to, high);
  return first <= last ? [[first + by, last + by]] : [];
}

/** The inside of a JavaScript class; case is folded for ASCII letters. */
export function rangesText(list: readonly Range[], foldsCase: boolean): string {
  const all = foldsCase
    ? list.flatMap((range) => [
        range,
        ...swapped(range, 0x41, 0x5a, 0x20),
        ...swapped(range, 0x61, 0x7a, -0x20),
      ])
    : list;
  return all
    .map(([from, to]) => (from === to ? charText(from) : `${charText(from)}-${charText(to)}`))
    .join('');
}
