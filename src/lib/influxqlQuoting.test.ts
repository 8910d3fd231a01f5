import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteIdentifier, quoteString } from './influxqlQuoting';
import { parseQuery } from './influxqlParser';

/** CR and NUL cannot be written in InfluxQL. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...Array.from(`\\"'\n;- a/`)) }),
  )
  .map((value) => value.replaceAll(/[\r\0]/g, ''));

describe('quoting', () => {
  it('gives identifiers back as they were', () => {
    fc.assert(
      fc.property(text, (name) => {
        const { statements } = parseQuery(`SELECT v FROM ${quoteIdentifier(name)}`);
        expect(statements).toMatchObject([{ kind: 'SELECT', sources: [{ name }] }]);
      }),
    );
  });

  it('gives strings back as they were', () => {
    fc.assert(
      fc.property(text, (value) => {
        const { statements } = parseQuery(`SELECT v FROM m WHERE t = ${quoteString(value)}`);
        expect(statements).toMatchObject([{ condition: { right: { kind: 'string', value } } }]);
      }),
    );
  });

  it('lets no name end the statement', () => {
    expect(
      parseQuery(`SELECT v FROM ${quoteIdentifier('m\\"; DROP DATABASE x --')}`).statements,
    ).toHaveLength(1);
  });
});
