import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TextCodes } from './textCodes';

const encoder = new TextEncoder();

/** Codes of texts as they come, and how often a text was known by its bytes. */
function codesOf(texts: readonly string[], codes: TextCodes) {
  const found: number[] = [];
  let known = 0;
  let next = 0;
  for (const text of texts) {
    const bytes = encoder.encode(`,${text},`);
    const end = bytes.length - 1;
    const code = codes.find(bytes, 1, end);
    if (code >= 0) known++;
    else codes.add(bytes, 1, end, next);
    found.push(code >= 0 ? code : next++);
  }
  return { found, known };
}

test('a text has the code of the first of its kind, before a clearing and after', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 7 });
  fc.assert(
    fc.property(fc.array(word, { maxLength: 400, size: 'max' }), (texts) => {
      const expected = texts.map((text) => [...new Set(texts)].indexOf(text));
      const codes = new TextCodes();
      expect(codesOf(texts, codes).found).toEqual(expected);
      codes.clear();
      expect(codesOf(texts, codes).found).toEqual(expected);
    }),
  );
});

test('what is too long, or one too many, is not kept', () => {
  expect(codesOf(['x'.repeat(129), 'x'.repeat(129), 'y', 'y'], new TextCodes()).known).toBe(1);
  const many = Array.from({ length: 70_000 }, (_, i) => `text ${i}`);
  const { found, known } = codesOf([...many, ...many], new TextCodes());
  expect(known).toBe(65_536);
  expect(found.slice(0, 70_000)).toEqual(Array.from(many.keys()));
});
