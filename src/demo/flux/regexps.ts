import { fail } from './fluxError';

/** Go's syntax is close to JavaScript's; inline flags, `\z` and POSIX classes are translated. */
export function goRegExp(source: string): RegExp {
  const flags = /^\(\?([imsU]+)\)/.exec(source);
  const body = source
    .slice(flags?.[0].length ?? 0)
    .replaceAll('\\z', '$')
    .replaceAll('\\A', '^')
    .replaceAll('[:alpha:]', 'a-zA-Z')
    .replaceAll('[:alnum:]', 'a-zA-Z0-9')
    .replaceAll('[:digit:]', '0-9')
    .replaceAll('[:space:]', '\\s')
    .replaceAll('[:upper:]', 'A-Z')
    .replaceAll('[:lower:]', 'a-z')
    .replaceAll('(?P<', '(?<');
  try {
    return new RegExp(body, (flags?.[1] ?? '').replace('U', ''));
  } catch (error) {
    return fail(`error parsing regexp: ${error instanceof Error ? error.message : source}`);
  }
}
