import type { Point } from '@/lib/lineProtocol';
import type { Storage } from '@/demo/storage/storage';
import { noise } from './noise';

const METERS = ['north', 'south'];
const SECONDS = 5 * 60;
const COUNT = 288;

/** A day of two power meters, every five minutes, with a field of each type: something to read by InfluxQL. */
export function seedPowerMeters(storage: Storage, bucketID: string, nowMs: number): void {
  const end = Math.floor(nowMs / 1000 / SECONDS);
  const points: Point[] = [];
  for (let step = end - COUNT + 1; step <= end; step++) {
    for (const [series, meter] of METERS.entries()) points.push(pointAt(step, series, meter));
  }
  storage.write(bucketID, points, BigInt(nowMs) * 1_000_000n);
}

function pointAt(step: number, series: number, meter: string): Point {
  const hour = ((step * SECONDS) / 3600) % 24;
  const load = 2 + Math.sin((2 * Math.PI * (hour - 13)) / 24 + Math.PI / 2) + series * 0.6;
  const power = Math.round((load + 0.3 * noise(7, series, step)) * 1000) / 1000;
  return {
    measurement: 'power',
    tags: [['meter', meter]],
    fields: [
      ['kilowatts', { type: 'float', value: power }],
      ['volts', { type: 'integer', value: BigInt(Math.round(231 + 3 * noise(8, series, step))) }],
      ['online', { type: 'boolean', value: noise(9, series, step) > -0.98 }],
      ['tariff', { type: 'string', value: hour >= 7 && hour < 22 ? 'day' : 'night' }],
    ],
    timeNs: BigInt(step * SECONDS) * 1_000_000_000n,
  };
}
