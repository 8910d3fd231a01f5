import fc from 'fast-check';
import { expect, test } from 'vitest';
import { generatePassword, passwordProblem } from './password';

test.each([
  ['', 'A password is needed'],
  ['1234567', 'passwords must be between 8 and 72 characters long: this has 7'],
  ['12345678', null],
  ['x'.repeat(72), null],
  ['x'.repeat(73), 'passwords must be between 8 and 72 characters long: this has 73'],
  // Counted in bytes: four letters are enough, thirty-seven too many.
  ['äöüß', null],
  ['ä'.repeat(37), 'passwords must be between 8 and 72 characters long: this has 74 bytes'],
])('the password %j: %s', (password, problem) => {
  expect(passwordProblem(password)).toBe(problem);
});

test('a generated password satisfies both rules, whatever the bytes', () => {
  const letters = new Set<string>();
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      let state = seed;
      const password = generatePassword((bytes) => {
        for (let i = 0; i < bytes.length; i++) {
          state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
          bytes[i] = state >>> 24;
        }
      });
      expect(password).toMatch(/^[A-Za-z2-9]{24}$/);
      expect(passwordProblem(password)).toBeNull();
      for (const kind of [/[A-Z]/, /[a-z]/, /[0-9]/]) expect(password).toMatch(kind);
      for (const letter of password) letters.add(letter);
    }),
    { numRuns: 300 },
  );
  expect(letters.size).toBe(57);
});
