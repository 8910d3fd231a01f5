import { expect, it } from 'vitest';
import { ownLetters } from './ownLetters';

it('no two names share a letter, and the first ones keep theirs', () => {
  expect(ownLetters(['Home', 'Org settings', 'Orgs', 'O R', '…'])).toEqual([
    'h',
    'o',
    'r',
    undefined,
    undefined,
  ]);
});
