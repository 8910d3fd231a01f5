import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareBytes } from './byteOrder';

function byBytes(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => new TextEncoder().encode(text));
  if (!x || !y) return 0;
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    const difference = (x[i] ?? 0) - (y[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return x.length - y.length;
}

test('orders as the bytes of UTF-8 do', () => {
  const text = fc.string({
    unit: fc.constantFrom('a', 'Z', 'ü', '数', '\ue000', '\uffff', '🌡', '𐀀'),
  });
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareBytes(a, b))).toBe(Math.sign(byBytes(a, b)));
    }),
  );
});
