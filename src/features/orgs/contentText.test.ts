import { expect, test } from 'vitest';
import { contentText } from './contentText';

test.each([
  [0, [], false, 'no tokens'],
  [1, ['a'], false, '1 token: a'],
  [2, ['a', 'b'], false, '2 tokens: a, b'],
  [8, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'], false, '8 tokens: a, b, c, d, e, f and 2 more'],
  [100, ['a'], true, '100 or more tokens: a'],
])('%d of %j', (count, names, isAtLeast, text) => {
  expect(contentText('tokens', { count, names, isAtLeast })).toBe(text);
});
