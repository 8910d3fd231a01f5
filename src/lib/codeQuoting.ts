/** A value that is never shown: the code reads it from an environment variable of this name. */
export class Variable {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

const plainWord = /^[A-Za-z0-9_./:=@%+,][A-Za-z0-9_./:=@%+,-]*$/;

/** One word of a POSIX shell. */
export function shellWord(text: string): string {
  return plainWord.test(text) ? text : shellQuoted(text);
}

export function shellQuoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

/** JSON as one shell word; variables stay open to the shell. */
export function shellJson(value: unknown): string {
  const json = JSON.stringify(value, (_key, part: unknown) =>
    part instanceof Variable ? `\uE000${part.name}\uE001` : part,
  );
  return shellQuoted(json).replace(/\uE000(\w+)\uE001/g, `'"$$$1"'`);
}

export function jsString(text: string): string {
  const json = JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
  return `'${json.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Python's and JSON's escapes agree, but for the surrogate pairs JSON leaves as they are. */
export function pythonString(text: string): string {
  return JSON.stringify(text);
}

type Language = {
  string: (text: string) => string;
  variable: (name: string) => string;
  key: (name: string) => string;
  word: { null: string; true: string; false: string };
};

const languages = {
  js: {
    string: jsString,
    variable: (name) => `process.env.${name}`,
    key: (name) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : jsString(name)),
    word: { null: 'null', true: 'true', false: 'false' },
  },
  python: {
    string: pythonString,
    variable: (name) => `os.environ["${name}"]`,
    key: pythonString,
    word: { null: 'None', true: 'True', false: 'False' },
  },
} satisfies Record<string, Language>;

const lineWidth = 76;

/** A JSON value as a literal of the language, broken over lines where it is long. */
export function literal(value: unknown, name: keyof typeof languages, indent = ''): string {
  const language: Language = languages[name];
  if (value instanceof Variable) return language.variable(value.name);
  if (typeof value === 'string') return language.string(value);
  if (value === null || value === undefined) return language.word.null;
  if (typeof value === 'boolean') return language.word[value ? 'true' : 'false'];
  if (typeof value !== 'object') return JSON.stringify(value);
  const inner = indent + (name === 'js' ? '  ' : '    ');
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => literal(item, name, inner));
    return enclosed(items, ['[', ']'], '', indent, inner);
  }
  const fields = Object.entries(value)
    .filter(([, field]) => field !== undefined)
    .map(([key, field]) => `${language.key(key)}: ${literal(field, name, inner)}`);
  return enclosed(fields, ['{', '}'], name === 'js' ? ' ' : '', indent, inner);
}

function enclosed(
  parts: readonly string[],
  [open, close]: readonly [string, string],
  space: string,
  indent: string,
  inner: string,
): string {
  if (parts.length === 0) return open + close;
  const oneLine = `${open}${space}${parts.join(', ')}${space}${close}`;
  if (indent.length + oneLine.length <= lineWidth && !oneLine.includes('\n')) return oneLine;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join('')}${indent}${close}`;
}
