import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNatural, naturalKey } from './naturalOrder';

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const name = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', 'A', 'b', 'Z', '0', '1', '9', '-', '_', ' ', '.', '/', '~', '$'),
    maxLength: 8,
  }),
  fc.string({ maxLength: 6 }),
  fc.string({ unit: 'grapheme', maxLength: 4 }),
);

test('names compare as in the collator, with a key or without', () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      expect(compareNatural(a, b)).toBe(Math.sign(collator.compare(a, b)));
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['plant-2', 'plant-10'],
  ['Plant-2', 'plant-3'],
  ['a', 'a0'],
  ['a9', 'ab'],
  ['_x', 'a'],
])('%s stands before %s', (before, after) => {
  expect(compareNatural(before, after)).toBe(-1);
  expect(compareNatural(after, before)).toBe(1);
});

test('ordinary names have a key, others do without', () => {
  expect(naturalKey('telegraf/autogen 7')).toBeDefined();
  expect(naturalKey('Fühler')).toBeUndefined();
});
