/** In [-1, 1), the same each time for the same numbers. */
export function noise(seed: number, series: number, step: number): number {
  let x = Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(series + 1, 0x85ebca6b) ^ step;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return ((x ^ (x >>> 16)) >>> 0) / 2 ** 31 - 1;
}
