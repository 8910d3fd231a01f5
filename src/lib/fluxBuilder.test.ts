import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fluxOf, lastFluxOf, withVariables } from './fluxBuilder';
import type { Selection } from './fluxBuilder';
import { fluxExtern } from './fluxExtern';
import { fluxDuration, fluxMember, fluxString } from './fluxText';

const air: Selection = {
  bucket: 'airsensors',
  measurement: 'airSensors',
  fields: ['temperature', 'co'],
  tags: [
    { key: 'sensor_id', values: ['TLM0100'] },
    { key: 'room', values: [] },
  ],
  fn: 'mean',
};

describe('fluxOf', () => {
  it('filters by measurement, fields and tags, and reduces windows', () => {
    expect(fluxOf(air)).toBe(`from(bucket: "airsensors")
  |> range(start: v.timeRangeStart, stop: v.timeRangeStop)
  |> filter(fn: (r) => r._measurement == "airSensors")
  |> filter(fn: (r) => r._field == "temperature" or r._field == "co")
  |> filter(fn: (r) => r.sensor_id == "TLM0100")
  |> aggregateWindow(every: v.windowPeriod, fn: mean, createEmpty: false)`);
  });

  it('says nothing of what is not picked yet', () => {
    expect(fluxOf({ ...air, bucket: '' })).toBe('');
    expect(fluxOf({ ...air, measurement: '' })).not.toContain('_measurement');
  });

  it('leaves every point alone when asked to', () => {
    expect(fluxOf({ ...air, fn: 'none' })).not.toContain('aggregateWindow');
  });

  it('quotes odd names', () => {
    const odd = { ...air, measurement: 'a "b" ${c}', tags: [{ key: 'my tag', values: ['x\\y'] }] };
    expect(fluxOf(odd)).toContain(String.raw`r._measurement == "a \"b\" \${c}"`);
    expect(fluxOf(odd)).toContain(String.raw`r["my tag"] == "x\\y"`);
  });
});

it('writes the variables out for use elsewhere', () => {
  const text = withVariables(
    'range(start: v.timeRangeStart, stop: v.timeRangeStop) every v.windowPeriod',
    {
      from: 0,
      to: 1500,
      everyMs: 90_000,
    },
  );
  expect(text).toBe(
    'range(start: 1970-01-01T00:00:00Z, stop: 1970-01-01T00:00:01.500Z) every 1m30s',
  );
});

it('gives the same variables as a syntax tree', () => {
  expect(JSON.stringify(fluxExtern({ from: 0, to: 1000, everyMs: 10_000 }))).toContain(
    '"values":[{"magnitude":10,"unit":"s"}]',
  );
});

it.each([
  [1, '1ms'],
  [0.2, '1ms'],
  [1000, '1s'],
  [90_061_001, '1d1h1m1s1ms'],
])('%d ms is %s', (ms, text) => expect(fluxDuration(ms)).toBe(text));

it.each([
  ['_value', 'r._value'],
  ['a b', 'r["a b"]'],
  ['and', 'r["and"]'],
  ['1a', 'r["1a"]'],
])('column %s is %s', (name, text) => expect(fluxMember('r', name)).toBe(text));

it('a string literal never ends early', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const literal = fluxString(text).slice(1, -1);
      expect(literal.replace(/\\[\\"nrt$]/g, '')).not.toMatch(/["\\\n]|\$\{/);
    }),
  );
});

it('the newest point of a selection is asked for over all times, across types', () => {
  const text = lastFluxOf({
    bucket: 'b',
    measurement: 'm',
    fields: ['f', 'g'],
    tags: [{ key: 'host', values: ['a'] }],
    fn: 'mean',
  });
  expect(text).toBe(
    [
      'from(bucket: "b")',
      'range(start: 1970-01-01T00:00:00Z, stop: 2200-01-01T00:00:00Z)',
      'filter(fn: (r) => r._measurement == "m")',
      'filter(fn: (r) => r._field == "f" or r._field == "g")',
      'filter(fn: (r) => r.host == "a")',
      'last()',
      'keep(columns: ["_time"])',
      'group()',
      'sort(columns: ["_time"], desc: true)',
      'limit(n: 1)',
    ].join('\n  |> '),
  );
});
