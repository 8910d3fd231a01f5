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
    ['a(?i)b', 'aB', true],
    ['a(?i)b', 'AB', false],
    ['(?i:a)b', 'AB', false],
    ['(?i)[a-c]{2}', 'Bc', true],
    ['a.b', 'a\u2028b', true],
    ['a$', 'a\n', false],
    ['(?m)^b$', 'a\nb', true],
    ['^\\s$', '\u00a0', false],
    ['[\\S]', ' ', false],
    ['[^\\d\\s]', '1 ', false],
    ['\\p{Greek}', 'α', true],
    ['\\p{^Lu}', 'A', false],
    ['\\Qa.b\\E', 'axb', false],
    ['(?P<n>a)(?<n>b)', 'ab', true],
    ['\\x{1F600}\\101', '😀A', true],
    ['^*a', 'a', true],
    ['a{,2}', 'aa', false],
    ['[]a]', ']', true],
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
    ['a**', 'invalid nested repetition operator: `**`'],
    ['a|*', 'missing argument to repetition operator: `*`'],
    ['(+?b)', 'missing argument to repetition operator: `+?`'],
    ['a{3,2}', 'invalid repeat count: `{3,2}`'],
    ['(a{100}){100}', 'invalid repeat count: `{100}`'],
    ['[z-a]', 'invalid character class range: `z-a`'],
    ['[[:foo:]]', 'invalid character class range: `[:foo:]`'],
    ['\\pX', 'invalid character class range: `\\pX`'],
    ['\\p{Foo}b', 'invalid character class range: `\\p{Foo}`'],
    ['\\xgh', 'invalid escape sequence: `\\xgh`'],
    ['(?P<n', 'invalid named capture: `(?P<n`'],
    ['(?P<é>a)', 'invalid named capture: `(?P<é>`'],
    ['(?i-)a', 'invalid or unsupported Perl syntax: `(?i-)`'],
  ])('refuses %s', (pattern, message) => {
    expect(() => compileGoRegexp(pattern)).toThrow(`error parsing regexp: ${message}`);
  });
});
