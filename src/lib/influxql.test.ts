import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  qualifiedName,
  quoteIdentifier,
  quoteString,
  selectWindowed,
  showFieldKeys,
  showMeasurements,
  showRetentionPolicies,
  showTagKeys,
  showTagValues,
} from './influxql';
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

describe('selectWindowed', () => {
  const range = { startMs: 1000, stopMs: 61_000.5 };

  it('reads raw points in a range', () => {
    expect(selectWindowed({ measurement: 'm', fields: ['a', 'b c'], ...range, limit: 10 })).toBe(
      'SELECT "a", "b c" FROM "m" WHERE time >= 1000ms AND time < 61001ms LIMIT 10',
    );
  });

  it('aggregates by window and tags, under the names of the fields', () => {
    expect(
      selectWindowed({
        database: 'db',
        retentionPolicy: 'rp',
        measurement: 'm',
        fields: ['v'],
        aggregate: 'mean',
        where: [
          { tag: 'host', values: ['a', "b'"] },
          { tag: 'none', values: [] },
        ],
        ...range,
        everyMs: 10_000,
        groupBy: ['host'],
        fill: 'none',
      }),
    ).toBe(
      `SELECT mean("v") AS "v" FROM "db"."rp"."m" WHERE time >= 1000ms AND time < 61001ms AND ("host" = 'a' OR "host" = 'b\\'') GROUP BY time(10000ms), "host" fill(none)`,
    );
  });

  it('is always one statement the server can read', () => {
    fc.assert(
      fc.property(text, text, text, text, (measurement, field, tag, value) => {
        const where = [{ tag, values: [value] }];
        const query = selectWindowed({ measurement, fields: [field], where, ...range });
        expect(parseQuery(query).statements).toMatchObject([
          { fields: [{ expr: { name: field } }], sources: [{ name: measurement }] },
        ]);
      }),
    );
  });
});

it('names a measurement as far as it is known', () => {
  expect(qualifiedName({ database: 'd', measurement: 'm' })).toBe('"d".."m"');
  expect(qualifiedName({ retentionPolicy: 'r', measurement: 'm' })).toBe('"r"."m"');
});

it.each([
  [showRetentionPolicies('d'), 'SHOW RETENTION POLICIES'],
  [showMeasurements('d'), 'SHOW MEASUREMENTS'],
  [showTagKeys({ database: 'd', measurement: 'm' }), 'SHOW TAG KEYS'],
  [showTagValues({ database: 'd', tag: 't' }), 'SHOW TAG VALUES'],
  [showFieldKeys({ database: 'd' }), 'SHOW FIELD KEYS'],
])('%s', (query, kind) => {
  expect(parseQuery(query).statements).toMatchObject([{ kind, database: 'd' }]);
});
