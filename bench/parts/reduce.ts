import { m4, m4Size } from '@/lib/m4';
import type { Measured } from '../measure';
import { atMost, interleaved } from '../measure';

const rounds = 20;

function averageMs(run: () => number): number {
  const start = performance.now();
  for (let i = 0; i < rounds; i++) if (run() < 0) throw new Error('nothing reduced');
  return (performance.now() - start) / rounds;
}

function span(v: Float64Array): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < v.length; i++) {
    const value = v[i] as number;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high - low;
}

/** M4 of a million points against one scan for the lowest and highest. */
export async function reduce(): Promise<Measured[]> {
  const count = 1_000_000;
  const t = Float64Array.from({ length: count }, (_, i) => i * 86.4);
  let level = 0;
  const v = Float64Array.from({ length: count }, () => (level += Math.random() - 0.5));
  const view = { from: 0, to: count * 86.4, width: 800 };
  const out = new Uint32Array(m4Size(view.width));
  const ms = await interleaved(
    {
      scan: () => averageMs(() => span(v)),
      m4: () => averageMs(() => m4({ t, v, hasGaps: false }, view, out)),
      'm4 with gaps': () => averageMs(() => m4({ t, v, hasGaps: true }, view, out)),
    },
    9,
  );
  return [atMost('reduction', 'M4 of 1,000,000 points ÷ min/max scan', ms.m4 / ms.scan, 3, ms)];
}
