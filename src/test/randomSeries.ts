import type { Series } from '@/lib/series';

const day = 86_400_000;

/** Epoch ms of the first point of every random series. */
export const randomSeriesStart = Date.UTC(2026, 0, 1);

function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Random walks of a day with noise and rare spikes, alike in every run; `jitter` gives each its own times. */
export function randomSeries(points: number, count: number, jitter = false): Series[] {
  const length = Math.floor(points / count);
  const step = day / length;
  const shared = Float64Array.from({ length }, (_, i) => randomSeriesStart + Math.round(i * step));
  return Array.from({ length: count }, (_, place) => {
    const next = random(1000 + place);
    const t = jitter ? shared.map((time) => time + Math.floor(step * 0.9 * next())) : shared;
    const volatility = 60 / Math.sqrt(length);
    let level = 20 + 10 * (place % 8) + place / 8;
    const v = Float64Array.from({ length }, () => {
      level += (next() - 0.5) * volatility;
      const spike = next() < 5e-5 ? (next() - 0.5) * 40 : 0;
      return level + (next() - 0.5) * 0.6 + spike;
    });
    const sensor = `TLM${String(100 + place).padStart(4, '0')}`;
    const labels: Series['labels'] = [
      ['_measurement', 'airSensors'],
      ['_field', 'temperature'],
      ['sensor_id', sensor],
    ];
    return { key: sensor, labels, kind: 'float', t, v, hasGaps: false };
  });
}
