/** A pattern that Go's regexp package refuses, in its words. */
export class GoRegexpError extends Error {
  constructor(problem: string, part: string) {
    super(`error parsing regexp: ${problem}: \`${part}\``);
    this.name = 'GoRegexpError';
  }
}

const posixClasses: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7F',
  blank: '\\t ',
  cntrl: '\\x00-\\x1F\\x7F',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\/:-@\\[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};

const knownEscape = /^[\^$\\.*+?()[\]{}|/\-'"!#%&,:;<=>@_`~ aftnrvdDsSwWbBAzpPxQE0-7]/;

function closingBracket(source: string, open: number): number {
  let i = open + 1;
  if (source[i] === '^') i++;
  if (source[i] === ']') i++;
  while (i < source.length && source[i] !== ']') {
    if (source[i] === '\\') i++;
    else if (source.startsWith('[:', i)) {
      const end = source.indexOf(':]', i);
      if (end > 0) i = end + 1;
    }
    i++;
  }
  return i;
}

/** Walks the pattern once: brackets, parentheses, escapes and what Go does not have. */
function check(source: string): void {
  const open: number[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '\\') {
      const next = source.slice(i + 1);
      if (next === '') throw new GoRegexpError('trailing backslash at end of expression', '');
      if (!knownEscape.test(next) || /^[1-9]/.test(next)) {
        throw new GoRegexpError('invalid escape sequence', source.slice(i, i + 2));
      }
      i++;
    } else if (char === '[') {
      const end = closingBracket(source, i);
      if (end >= source.length) throw new GoRegexpError('missing closing ]', source.slice(i));
      i = end;
    } else if (char === '(') {
      const perl = /^\(\?(?!P<|[imsU-]*[:)])/.test(source.slice(i));
      if (perl) {
        throw new GoRegexpError('invalid or unsupported Perl syntax', source.slice(i, i + 3));
      }
      open.push(i);
    } else if (char === ')') {
      if (open.pop() === undefined) throw new GoRegexpError('unexpected )', source);
    }
  }
  if (open.length > 0) throw new GoRegexpError('missing closing )', source);
}

/** Leading `(?i)` and the like become flags; the rest of Go's own spelling is turned into JavaScript's. */
function translate(source: string): { source: string; flags: string } {
  const leading = /^\(\?([ims]+)\)/.exec(source);
  const rest = leading ? source.slice(leading[0].length) : source;
  const translated = rest
    .replaceAll('(?P<', '(?<')
    .replace(/\\([\s\S])/g, (whole, char: string) => {
      if (char === 'A') return '^';
      if (char === 'z') return '$';
      return char === 'a' ? '\\x07' : whole;
    })
    .replace(/\[:(\^?)(\w+):\]/g, (whole, not: string, name: string) =>
      not === '' ? (posixClasses[name] ?? whole) : whole,
    );
  return { source: translated, flags: leading?.[1] ?? '' };
}

/** Unicode first; without, JavaScript is as lenient as Go with lone `{`, `]` and escaped signs. */
function compile(pattern: string, flags: string): RegExp | undefined {
  for (const unicode of ['u', '']) {
    try {
      return new RegExp(pattern, unicode + flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

/** Compiles a Go (RE2) pattern; JavaScript's engine may take longer than Go's on nested repetition. */
export function compileGoRegexp(source: string): RegExp {
  check(source);
  const { source: pattern, flags } = translate(source);
  const regexp = compile(pattern, flags);
  if (regexp) return regexp;
  const repeated = /(?:^|[(|])([*+?])/.exec(source)?.[1];
  if (repeated === undefined) throw new GoRegexpError('invalid pattern', source);
  throw new GoRegexpError('missing argument to repetition operator', repeated);
}
