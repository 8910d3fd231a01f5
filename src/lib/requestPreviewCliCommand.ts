import type { ApiCall } from './apiCall';
import { idOrVariable } from './awaitedIds';
import { Variable, shellWord } from './codeQuoting';

export type Fields = Record<string, unknown>;

/** How one kind of call is done with the `influx` CLI. */
export interface Command {
  method: string;
  path: RegExp;
  /** `id` is what the path's first group holds. */
  line: (id: string, call: ApiCall) => string;
}

export function note(text: string): string {
  return `# ${text}`;
}

/** A flag that is a list is repeated; one that is `true` stands alone. */
export function influx(command: string, flags: Fields): string {
  const words = Object.entries(flags).flatMap(([flag, value]) =>
    (Array.isArray(value) ? value : [value]).map((one: unknown) => flagWords(flag, one)),
  );
  return [`influx ${command}`, ...words.filter((word) => word !== '')].join(' ');
}

function flagWords(flag: string, value: unknown): string {
  if (value === undefined || value === false) return '';
  if (value === true) return `--${flag}`;
  if (typeof value === 'string' && /id$|^member$/.test(flag)) {
    const id = idOrVariable(value);
    if (id instanceof Variable) return flagWords(flag, id);
  }
  if (value instanceof Variable) return `--${flag} "$${value.name}"`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return `--${flag}${text.startsWith('-') ? '=' : ' '}${shellWord(text)}`;
}

export function withEmptyNote(description: unknown, command: string): string {
  if (description !== '') return command;
  return `${note('The CLI cannot empty a description: it ignores an empty value.')}\n${command}`;
}
