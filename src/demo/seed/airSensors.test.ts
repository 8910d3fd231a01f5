import { describe, expect, test } from 'vitest';
import { createStorage } from '@/demo/storage/createStorage';
import type { SeriesField, Storage } from '@/demo/storage/storage';
import { liveAirSensors, seedAirSensors } from './airSensors';
import { seedPowerMeters } from './powerMeters';

const NOW = Date.parse('2026-01-02T03:04:05.678Z');
const ALL = { start: 0n, stop: 2n ** 62n };

function seeded(nowMs = NOW): Storage {
  const storage = createStorage();
  storage.createBucket('b', { everySeconds: 90 * 86_400, shardSeconds: 86_400 });
  seedAirSensors(storage, 'b', nowMs);
  return storage;
}

function columns(storage: Storage): SeriesField[] {
  return [...storage.read('b', ALL)];
}

function valuesOf(storage: Storage, field: string): number[] {
  return columns(storage)
    .filter((column) => column.field === field)
    .flatMap(({ data }) => Array.from(data.values, Number));
}

/** Seconds before the newest point, newest first, and the steps between them. */
function steps(times: BigInt64Array): number[] {
  const ages = Array.from(times, (time) =>
    Number((times.at(-1)! - time) / 1_000_000_000n),
  ).reverse();
  return ages.slice(1).map((age, i) => age - ages[i]!);
}

describe('the seed', () => {
  test('is eight sensors with three fields and about 365,000 values', () => {
    const all = columns(seeded());
    const sensors = new Set(all.map(({ tags }) => tags[0]![1]));
    expect([...sensors]).toHaveLength(8);
    expect([...sensors][0]).toBe('TLM0100');
    expect(all).toHaveLength(24);
    expect(all.reduce((sum, { times }) => sum + times.length, 0)).toBeGreaterThan(360_000);
  });

  test('is dense for six hours, by the minute for a week, by ten minutes before', () => {
    const [{ times }] = columns(seeded()) as [SeriesField];
    expect(times.at(-1)).toBe(BigInt(Date.parse('2026-01-02T03:04:00Z')) * 1_000_000n);
    const found = steps(times);
    expect(found.slice(0, 2159).every((step) => step === 10)).toBe(true);
    expect(found.filter((step) => step === 60).length).toBeGreaterThan(9700);
    expect(found.filter((step) => step === 600).length).toBeGreaterThan(3300);
    expect(found.every((step) => step > 0 && step <= 600)).toBe(true);
  });

  test.each([
    ['temperature', 65, 80],
    ['humidity', 30, 40],
    ['co', 0.2, 0.7],
  ])('%s stays between %f and %f, and moves', (field, low, high) => {
    const values = valuesOf(seeded(), field);
    expect(Math.min(...values.slice(0, 50_000))).toBeGreaterThan(low);
    expect(Math.max(...values.slice(0, 50_000))).toBeLessThan(high);
    expect(new Set(values).size).toBeGreaterThan(100);
  });

  test('is the same for the same time, and a later one agrees where both have points', () => {
    const later = columns(seeded(NOW + 3_600_000))[0]!;
    const earlier = columns(seeded())[0]!;
    const last = earlier.times.length - 1;
    const same = later.times.indexOf(earlier.times[last]!);
    expect(later.data.values[same]).toBe(earlier.data.values[last]);
    expect(columns(seeded())[0]!.data).toEqual(earlier.data);
  });

  test('is there at once', () => {
    seeded(NOW - 10_000);
    // Processor time, of the quickest of three: what else the machine does does not count.
    const milliseconds = [1, 2, 3].map((turn) => {
      const before = process.cpuUsage();
      seeded(NOW + turn * 10_000);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    });
    expect(Math.min(...milliseconds)).toBeLessThan(300);
  });
});

describe('the live writer', () => {
  function live(storage: Storage, buckets: ReadonlyMap<string, unknown> = new Map([['b', 1]])) {
    return liveAirSensors({ storage, buckets }, 'b', NOW);
  }

  test('adds a point a sensor every ten seconds, each once', () => {
    const storage = seeded();
    const before = columns(storage)[0]!.times.length;
    const writer = live(storage);
    writer.catchUp(NOW + 1000);
    expect(columns(storage)[0]!.times).toHaveLength(before);
    writer.catchUp(NOW + 25_000);
    writer.catchUp(NOW + 26_000);
    const after = columns(storage);
    expect(after.every(({ times }) => times.length === before + 3)).toBe(true);
    expect(steps(after[0]!.times).slice(0, 4)).toEqual([10, 10, 10, 10]);
  });

  test('fills a pause of two days as the seed would have', () => {
    const storage = seeded();
    const later = NOW + 2 * 86_400_000;
    live(storage).catchUp(later);
    const fresh = steps(columns(seeded(later))[0]!.times);
    expect(steps(columns(storage)[0]!.times).slice(0, 4000)).toEqual(fresh.slice(0, 4000));
  });

  test('leaves the seed of other servers alone', () => {
    const other = seeded();
    const before = columns(other)[0]!.times.length;
    live(seeded()).catchUp(NOW + 60_000);
    expect(columns(other)[0]!.times).toHaveLength(before);
  });

  test('stops when its bucket is deleted', () => {
    const storage = seeded();
    storage.dropBucket('b');
    expect(() => live(storage, new Map()).catchUp(NOW + 60_000)).not.toThrow();
  });
});

test('the power meters have a field of each kind', () => {
  const storage = createStorage();
  storage.createBucket('b', { everySeconds: 0, shardSeconds: 0 });
  seedPowerMeters(storage, 'b', NOW);
  const all = columns(storage);
  expect(all.map(({ field, data }) => `${field} ${data.type}`).slice(0, 4)).toEqual([
    'kilowatts float',
    'online boolean',
    'tariff string',
    'volts integer',
  ]);
  expect(all.every(({ times }) => times.length === 288)).toBe(true);
});
