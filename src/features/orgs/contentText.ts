const listed = 6;

/** `3 tokens: a, b, c`, with an ellipsis in words when there are many. */
export function contentText(
  kind: string,
  { count, names, isAtLeast }: { count: number; names: readonly string[]; isAtLeast: boolean },
): string {
  const counted = `${count}${isAtLeast ? ' or more' : ''} ${count === 1 ? singular(kind) : kind}`;
  if (count === 0) return `no ${kind}`;
  const shown = names.slice(0, listed).join(', ');
  const more = names.length > listed ? ` and ${names.length - listed} more` : '';
  return `${counted}: ${shown}${more}`;
}

function singular(kind: string): string {
  return kind.replace(/s$/, '');
}
