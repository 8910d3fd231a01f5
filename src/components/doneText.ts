import type { MutationMeta } from '@tanstack/react-query';

/** What a write that has worked says of itself. */
export function doneText(
  meta: MutationMeta | undefined,
  { variables, data }: { variables: unknown; data: unknown },
): string {
  const done = meta?.done ?? 'Done';
  return typeof done === 'string' ? done : done(variables as never, data as never);
}
