import { expect, test } from 'vitest';
import { unreadText } from './useUnreadBucket';

test.each([
  [[], 'There is no bucket x in this org, or this credential may not read it.'],
  [
    ['a', 'b'],
    'There is no bucket x in this org, or this credential may not read it. It reads a, b.',
  ],
  [
    ['a', 'b', 'c', 'd', 'e', 'f', 'g'],
    'There is no bucket x in this org, or this credential may not read it. It reads a, b, c, d, e and 2 more.',
  ],
])('of %j', (others, text) => {
  expect(unreadText({ name: 'x', others })).toBe(text);
});
