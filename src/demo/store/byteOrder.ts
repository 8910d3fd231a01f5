/** Compares as Go compares strings, by UTF-8 bytes: code points above U+FFFF sort last, unlike with `<`. */
export function byByteOrder(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x !== y) return afterSurrogates(x) - afterSurrogates(y);
  }
  return a.length - b.length;
}

/** Moves surrogates (they stand for the highest code points) behind U+E000…U+FFFF. */
function afterSurrogates(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit >= 0xe000 ? unit - 0x800 : unit + 0x2000;
}
