export type Figures = Record<string, number>;

/** A measured ratio (or size) against its bar. */
export interface Measured {
  /** Its name, as in the README beside. */
  goal: string;
  what: string;
  value: number;
  bar: string;
  met: boolean;
  /** The absolute numbers behind it. */
  figures: Figures;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Every variant once per repetition, one after another, so that a slow spell hits all; medians. */
export async function interleaved<K extends string>(
  variants: Record<K, () => number | Promise<number>>,
  repetitions: number,
): Promise<Record<K, number>> {
  const names = Object.keys(variants) as K[];
  const times = new Map<K, number[]>(names.map((name) => [name, []]));
  for (let i = 0; i < repetitions; i++) {
    for (const name of names) times.get(name)?.push(await variants[name]());
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])] as const);
  return Object.fromEntries(medians) as Record<K, number>;
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

export function atMost(
  goal: string,
  what: string,
  value: number,
  bar: number,
  figures: Figures,
): Measured {
  return { goal, what, value, bar: `≤ ${rounded(bar)}`, met: value <= bar, figures: all(figures) };
}

export function atLeast(
  goal: string,
  what: string,
  value: number,
  bar: number,
  figures: Figures,
): Measured {
  return { goal, what, value, bar: `≥ ${rounded(bar)}`, met: value >= bar, figures: all(figures) };
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function all(figures: Figures): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)]));
}
