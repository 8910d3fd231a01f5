import { describe, expect, it } from 'vitest';
import { compileGoRegexp } from './goRegexp';

describe('compileGoRegexp', () => {
  it.each([
    ['^a.c$', 'abc', true],
    ['(?i)CPU', 'my cpu', true],
    ['(?s)a.b', 'a\nb', true],
    ['(?P<x>a)b', 'ab', true],
    ['[[:digit:]]+x', '12x', true],
    ['[^[:alpha:]]', 'abc', false],
    ['\\Aab\\z', 'ab', true],
    ['a\\-b', 'a-b', true],
    ['\\p{Lu}', 'É', true],
    ['a{', 'a{', true],
    ['^.$', '😀', true],
    ['a\\/b', 'a/b', true],
  ])('%s on %o', (pattern, text, expected) => {
    expect(compileGoRegexp(pattern).test(text)).toBe(expected);
  });

  it.each([
    ['[', 'missing closing ]: `[`'],
    ['a[b', 'missing closing ]: `[b`'],
    ['(a', 'missing closing ): `(a`'],
    ['a)', 'unexpected ): `a)`'],
    ['*a', 'missing argument to repetition operator: `*`'],
    ['a\\', 'trailing backslash at end of expression: ``'],
    ['(?=a)', 'invalid or unsupported Perl syntax: `(?=`'],
    ['(a)\\1', 'invalid escape sequence: `\\1`'],
  ])('refuses %s', (pattern, message) => {
    expect(() => compileGoRegexp(pattern)).toThrow(`error parsing regexp: ${message}`);
  });
});
