import type { DbrpRecord } from '@/demo/state';

/** Wider than the error text says: what Go calls printable, without slashes. */
const PRINTABLE = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]+$/u;

function isValidName(name: string): boolean {
  return PRINTABLE.test(name) && !/[/\\]/.test(name) && name !== '.' && name !== '..';
}

/** Why the server refuses the names of a mapping, in its words; null if it takes them. */
export function dbrpProblem(
  record: Pick<DbrpRecord, 'database' | 'retention_policy'>,
): string | null {
  const rule =
    "must contain at least one character and only be letters, numbers, '_', '-', and '.'";
  if (!isValidName(record.database)) return `database ${rule}`;
  if (!isValidName(record.retention_policy)) return `retentionPolicy ${rule}`;
  return null;
}
