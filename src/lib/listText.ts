import { countText } from './counted';

/** `a`, `a and b`, `a, b and c`, `a, b, c and 12 more`. `names` may be the first of `total`. */
export function listText(names: readonly string[], most = 5, total = names.length): string {
  // “and 1 more” takes the room of a name.
  const shown = total > most + 1 ? names.slice(0, most) : names;
  const rest = total - shown.length;
  const [last = ''] = shown.slice(-1);
  if (rest > 0) return `${shown.join(', ')} and ${countText(rest)} more`;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${last}` : last;
}
