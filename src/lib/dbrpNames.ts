const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

/** Why the server refuses the name of a database or retention policy of a mapping; null for a good one. */
export function dbrpNameProblem(
  name: string,
  what: 'database' | 'retention policy',
): string | null {
  if (name === '') return `A mapping needs a ${what}`;
  if (/[/\\]/.test(name)) return `A ${what} holds no slash and no backslash`;
  if (name === '.' || name === '..') return `A ${what} is not called “${name}”`;
  if (!printable.test(name)) return 'Only printable characters';
  return null;
}
