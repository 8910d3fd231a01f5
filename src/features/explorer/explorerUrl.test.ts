import fc from 'fast-check';
import { expect, it } from 'vitest';
import { windowFunctions } from '@/lib/fluxBuilder';
import type { ExplorerState } from './explorerUrl';
import { explorerUrl } from './explorerUrl';

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });

const states: fc.Arbitrary<ExplorerState> = fc.record({
  bucket: name,
  measurement: name,
  fields: fc.array(name),
  tags: fc.uniqueArray(
    fc.record({ key: name, values: fc.uniqueArray(name, { minLength: 1, maxLength: 3 }) }),
    { selector: ({ key }) => key, maxLength: 3 },
  ),
  fn: fc.constantFrom(...windowFunctions),
  range: fc.constantFrom('1h', '30d'),
  every: fc.constantFrom('auto', '10s'),
  view: fc.constantFrom('chart', 'table'),
  refresh: fc.integer({ min: 0, max: 3600 }),
  text: fc.option(fc.oneof(name, fc.constant('from(bucket: "b")\n'.repeat(200)))),
});

it('reads back whatever it wrote', () => {
  fc.assert(
    fc.property(states, (state) => {
      const address = explorerUrl.write(state).toString();
      expect(explorerUrl.read(new URLSearchParams(address))).toEqual(state);
    }),
  );
});

it('an address without parameters is the default, and the default writes none', () => {
  const state = explorerUrl.read(new URLSearchParams());
  expect(state).toMatchObject({ bucket: '', fn: 'mean', range: '1h', view: 'chart', text: null });
  expect(explorerUrl.write(state).toString()).toBe('');
});

it('nonsense is read as the default', () => {
  const state = explorerUrl.read(new URLSearchParams('fn=evil&view=%00&refresh=-3&t=x&qz=!!'));
  expect(state).toMatchObject({ fn: 'mean', view: 'chart', refresh: 0, tags: [] });
});

it('a long text becomes a short address', () => {
  const text = 'from(bucket: "airsensors") |> range(start: -1h)\n'.repeat(100);
  const state = { ...explorerUrl.read(new URLSearchParams()), text };
  expect(explorerUrl.write(state).toString().length).toBeLessThan(text.length / 4);
});
