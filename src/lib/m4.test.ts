import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { M4Input, M4View } from './m4';
import { columnStart, lowerBound, m4, m4Size, nearest, upperBound } from './m4';

const height = 120;

/** The pixels that a one pixel wide line without antialiasing lights, drawn through the points with these indices. */
function raster({ t, v }: M4Input, view: M4View, indices: Iterable<number>): Set<number> {
  const pixels = new Set<number>();
  const columnOf = (time: number) => {
    let column = Math.floor(((time - view.from) * view.width) / (view.to - view.from));
    while (time < columnStart(view, column)) column--;
    while (column < view.width - 1 && time >= columnStart(view, column + 1)) column++;
    return column;
  };
  const light = (x: number, y: number) => {
    if (x >= 0 && x < view.width) pixels.add(x * 1000 + y);
  };
  let before: [number, number] | null = null;
  for (const i of indices) {
    const value = v[i]!;
    if (!Number.isFinite(value)) {
      before = null;
      continue;
    }
    const x = columnOf(t[i]!);
    const y = Math.round(value * (height - 1));
    if (before === null) light(x, y);
    else line(before[0], before[1], x, y, light);
    before = [x, y];
  }
  return pixels;
}

function line(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  light: (x: number, y: number) => void,
) {
  const steps = Math.max(Math.abs(x1 - x0), Math.abs(y1 - y0), 1);
  for (let i = 0; i <= steps; i++) {
    light(Math.round(x0 + ((x1 - x0) * i) / steps), Math.round(y0 + ((y1 - y0) * i) / steps));
  }
}

function reduced(input: M4Input, view: M4View): number[] {
  const out = new Uint32Array(m4Size(view.width));
  return [...out.subarray(0, m4(input, view, out))];
}

const everything = (input: M4Input) => Array.from(input.t, (_, i) => i);

/** A random walk with spikes; `step` 0 gives points at the same time. */
function walk(count: number, seed: number, gaps: boolean): M4Input {
  let state = seed >>> 0;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const t = new Float64Array(count);
  const v = new Float64Array(count);
  let time = 1000;
  let value = 0.5;
  for (let i = 0; i < count; i++) {
    time += Math.floor(random() * 4);
    value = Math.min(0.95, Math.max(0.05, value + (random() - 0.5) * 0.05));
    t[i] = time;
    v[i] = random() < 0.002 ? random() : value;
  }
  if (gaps) for (let i = 400; i < count; i += 1000) v.fill(Number.NaN, i, i + 150);
  return { t, v, hasGaps: gaps };
}

const differing = (a: Set<number>, b: Set<number>) =>
  [...a].filter((p) => !b.has(p)).length + [...b].filter((p) => !a.has(p)).length;

describe('M4', () => {
  it.each([1, 2, 3])('draws not one pixel different from all points (seed %i)', (seed) => {
    const input = walk(50_000, seed, false);
    const view = { from: input.t[0]!, to: input.t.at(-1)!, width: 300 };
    const indices = reduced(input, view);
    expect(indices.length).toBeLessThanOrEqual(4 * view.width);
    expect(differing(raster(input, view, everything(input)), raster(input, view, indices))).toBe(0);
  });

  it('is exact in every zoomed range, with the neighbours outside of it', () => {
    fc.assert(
      fc.property(
        fc.nat(1000),
        fc.integer({ min: 1, max: 74_000 }),
        fc.integer({ min: 40, max: 74_000 }),
        fc.integer({ min: 20, max: 400 }),
        (seed, start, length, width) => {
          const input = walk(30_000, seed, false);
          const view = { from: 1000 + start, to: 1000 + start + length, width };
          expect(
            differing(
              raster(input, view, everything(input)),
              raster(input, view, reduced(input, view)),
            ),
          ).toBe(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it.each([
    [2, 7, 42_469, 273],
    [634, 2158, 23_879, 90],
    [481, 1, 3036, 20],
  ])(
    'points at the very end of the range hide none before it (seed %i)',
    (seed, start, length, width) => {
      const input = walk(30_000, seed, false);
      const view = { from: 1000 + start, to: 1000 + start + length, width };
      const few = raster(input, view, reduced(input, view));
      expect(differing(raster(input, view, everything(input)), few)).toBe(0);
    },
  );

  it('keeps gaps that are wider than a pixel', () => {
    const input = walk(20_000, 7, true);
    const view = { from: input.t[0]!, to: input.t.at(-1)!, width: 300 };
    const indices = reduced(input, view);
    const breaks = indices.filter((i) => Number.isNaN(input.v[i]!)).length;
    expect(breaks).toBe(20);
    const [full, few] = [raster(input, view, everything(input)), raster(input, view, indices)];
    expect([...few].filter((pixel) => !full.has(pixel))).toEqual([]);
  });

  it('a column of gaps only, a single point and no point draw what is there', () => {
    const input = (t: number[], v: number[]): M4Input => ({
      t: Float64Array.from(t),
      v: Float64Array.from(v),
      hasGaps: true,
    });
    const view = { from: 0, to: 10, width: 2 };
    expect(reduced(input([], []), view)).toEqual([]);
    expect(reduced(input([3], [1]), view)).toEqual([0]);
    expect(
      reduced(
        input([0, 1, 2, 3, 4], [Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN]),
        view,
      ),
    ).toEqual([4]);
  });
});

describe('bisection', () => {
  const a = Float64Array.of(1, 2, 2, 2, 5);
  it.each([
    [0, 0, 0, 0],
    [2, 1, 4, 1],
    [3, 4, 4, 3],
    [4, 4, 4, 4],
    [9, 5, 5, 4],
  ])('of %d: first at least, first above, nearest', (x, lower, upper, near) => {
    expect([lowerBound(a, x), upperBound(a, x), nearest(a, x)]).toEqual([lower, upper, near]);
  });
  it('nothing is near in an empty column', () => {
    expect(nearest(new Float64Array(), 1)).toBe(-1);
  });
});
