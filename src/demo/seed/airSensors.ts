import type { Point } from '@/lib/lineProtocol';
import type { SeriesField, Storage } from '@/demo/storage/storage';
import { noise } from './noise';

const MEASUREMENT = 'airSensors';
const SENSORS = [
  'TLM0100',
  'TLM0101',
  'TLM0102',
  'TLM0103',
  'TLM0200',
  'TLM0201',
  'TLM0202',
  'TLM0203',
];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEP = 10;
const SEED = 86;

/** From the newest back: how far, in steps of how many seconds. */
const DENSITY = [
  { back: 6 * HOUR, step: STEP },
  { back: 7 * DAY, step: MINUTE },
  { back: 30 * DAY, step: 10 * MINUTE },
];

interface Curve {
  field: string;
  base: number;
  /** Between sensors. */
  spread: number;
  daily: number;
  /** Hour of the daily maximum, UTC. */
  peak: number;
  wander: number;
  noise: number;
}

const CURVES: readonly Curve[] = [
  { field: 'co', base: 0.45, spread: 0.06, daily: 0.05, peak: 18, wander: 0.03, noise: 0.012 },
  { field: 'humidity', base: 35.2, spread: 0.6, daily: -0.9, peak: 15, wander: 0.5, noise: 0.12 },
  { field: 'temperature', base: 72.4, spread: 1.4, daily: 1.8, peak: 15, wander: 0.7, noise: 0.18 },
];

const TURN = 2 * Math.PI;

/** A value by its time alone: the live writer goes on where the seed ended. */
function curveOf(sensor: number, index: number, curve: Curve): (seconds: number) => number {
  const series = sensor * CURVES.length + index;
  const base = curve.base + curve.spread * noise(SEED, series, -1);
  const phase = Math.PI * noise(SEED, series, -2);
  const period = (5 + 2 * noise(SEED, series, -3)) * HOUR;
  return (seconds) => {
    const daily = curve.daily * Math.cos((TURN * (seconds - curve.peak * HOUR)) / DAY);
    const wander = curve.wander * Math.sin((TURN * seconds) / period + phase);
    const value = base + daily + wander + curve.noise * noise(SEED, series, seconds / STEP);
    return Math.round(value * 10_000) / 10_000;
  };
}

const curves = SENSORS.map((_, sensor) =>
  CURVES.map((curve, index) => ({ field: curve.field, at: curveOf(sensor, index, curve) })),
);

function alignedSeconds(nowMs: number): number {
  return Math.floor(nowMs / 1000 / STEP) * STEP;
}

/** Ascending, up to `end`. */
function seconds(end: number): number[] {
  const times: number[] = [];
  let newer = 0;
  for (const { back, step } of DENSITY) {
    const last = Math.floor((end - newer) / step) * step;
    for (let time = last; time > end - back; time -= step) {
      if (times.length === 0 || time < (times.at(-1) ?? 0)) times.push(time);
    }
    newer = back;
  }
  return times.reverse();
}

/** After a long pause as coarse as the seed would be. */
function secondsSince(last: number, end: number): number[] {
  if (end - last > 6 * HOUR) return seconds(end).filter((time) => time > last);
  return Array.from({ length: (end - last) / STEP }, (_, i) => last + (i + 1) * STEP);
}

function build(end: number): SeriesField[] {
  const at = seconds(end);
  const times = BigInt64Array.from(at, (time) => BigInt(time) * 1_000_000_000n);
  return SENSORS.flatMap((sensor, i) =>
    (curves[i] ?? []).map((curve) => ({
      measurement: MEASUREMENT,
      tags: [['sensor_id', sensor]] as const,
      field: curve.field,
      times,
      data: { type: 'float', values: Float64Array.from(at, curve.at) } as const,
    })),
  );
}

let built: { end: number; columns: SeriesField[] } | null = null;

/** 30 days of points up to now. Servers that start within the same ten seconds share them until they change them. */
export function seedAirSensors(storage: Storage, bucketID: string, nowMs: number): void {
  const end = alignedSeconds(nowMs);
  if (built?.end !== end) built = { end, columns: build(end) };
  for (const column of built.columns) storage.fill(bucketID, column);
}

function pointsAt(time: number): Point[] {
  return SENSORS.map((sensor, i) => ({
    measurement: MEASUREMENT,
    tags: [['sensor_id', sensor]],
    fields: (curves[i] ?? []).map(({ field, at }) => [field, { type: 'float', value: at(time) }]),
    timeNs: BigInt(time) * 1_000_000_000n,
  }));
}

export interface LiveWriter {
  /** Writes what is missing up to a time: a point a sensor every ten seconds. Does nothing when called early. */
  catchUp: (nowMs: number) => void;
}

/** Goes on from `sinceMs`, the time of the seed, as long as the bucket is there. */
export function liveAirSensors(
  state: { storage: Storage; buckets: ReadonlyMap<string, unknown> },
  bucketID: string,
  sinceMs: number,
): LiveWriter {
  let last = alignedSeconds(sinceMs);
  return {
    catchUp(nowMs) {
      const end = alignedSeconds(nowMs);
      if (end <= last || !state.buckets.has(bucketID)) return;
      const points = secondsSince(last, end).flatMap(pointsAt);
      last = end;
      const nowNs = BigInt(end) * 1_000_000_000n;
      state.storage.expire(nowNs);
      state.storage.write(bucketID, points, nowNs);
    },
  };
}
