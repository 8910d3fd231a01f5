import { expect, test } from 'vitest';
import { mediaType } from './mediaType';

test.each([
  ['application/vnd.flux', { type: 'application/vnd.flux' }],
  ['Application/JSON; charset=utf-8', { type: 'application/json' }],
  ['a/b; c="d;e"; f=g;', { type: 'a/b' }],
  ['text', { type: 'text' }],
  ['', { problem: 'mime: no media type' }],
  ['a b', { problem: 'mime: expected slash after first token' }],
  ['a/;', { problem: 'mime: expected token after slash' }],
  ['a/b c', { problem: 'mime: unexpected content after media subtype' }],
  ['a/b; c', { problem: 'mime: invalid media parameter' }],
])('%s', (header, expected) => {
  expect(mediaType(header)).toEqual(expected);
});
