import { describe, expect, it } from 'vitest';
import { influxqlOf, lastInfluxqlOf, withInfluxqlVariables } from './influxqlBuilder';
import { parseQuery } from './influxqlParser';

const selection = {
  bucket: 'ts-bucket',
  measurement: 'room "1"',
  fields: ['temperature', "co's"],
  tags: [{ key: 'sensor id', values: ['a', "b'c"] }],
  fn: 'mean',
} as const;
const variables = { from: 1000, to: 3_601_000, everyMs: 10_000 };

describe('influxqlOf', () => {
  it('windows every field, series by series', () => {
    const text = withInfluxqlVariables(influxqlOf(selection), variables);
    expect(text).toBe(
      [
        'SELECT mean("temperature") AS "temperature", mean("co\'s") AS "co\'s"',
        'FROM "room \\"1\\""',
        `WHERE time >= 1000ms AND time < 3601000ms AND ("sensor id" = 'a' OR "sensor id" = 'b\\'c')`,
        'GROUP BY time(10s), * fill(none)',
      ].join('\n'),
    );
    expect(() => parseQuery(text)).not.toThrow();
  });

  it('reads every point when asked to', () => {
    const text = withInfluxqlVariables(influxqlOf({ ...selection, fn: 'none' }), variables);
    expect(text).toContain('SELECT "temperature", "co\'s"');
    expect(text).toContain('GROUP BY *');
    expect(() => parseQuery(text)).not.toThrow();
  });
});

it.each([
  [
    selection,
    `SELECT "temperature", "co's" FROM "room \\"1\\"" WHERE ("sensor id" = 'a' OR "sensor id" = 'b\\'c') ORDER BY time DESC LIMIT 1`,
  ],
  [
    { ...selection, fields: [], tags: [] },
    'SELECT * FROM "room \\"1\\"" ORDER BY time DESC LIMIT 1',
  ],
])('asks for the newest point', (picked, text) => {
  const asked = lastInfluxqlOf(picked);
  expect(asked.replaceAll('\n', ' ')).toBe(text);
  expect(() => parseQuery(asked)).not.toThrow();
});
