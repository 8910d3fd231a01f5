import { describe, expect, it } from 'vitest';
import { InfluxqlError } from './influxqlError';
import { parseQuery } from './influxqlParser';

function problem(text: string, params = {}): string {
  try {
    parseQuery(text, params);
  } catch (error) {
    if (error instanceof InfluxqlError) return error.message;
    throw error;
  }
  return 'parsed';
}

const operand = 'expected identifier, string, number, bool';

describe('syntax errors, as InfluxDB 1.6, 2.7 and 2.9 word them', () => {
  it.each([
    [
      'FOO',
      'found FOO, expected SELECT, DELETE, SHOW, CREATE, DROP, EXPLAIN, GRANT, REVOKE, ALTER, SET, KILL at line 1, char 1',
    ],
    ['SELECT', `found EOF, ${operand} at line 1, char 8`],
    ['SELECT v FROM', 'found EOF, expected identifier at line 1, char 15'],
    ['SELECT * FROM ', 'found EOF, expected identifier at line 1, char 16'],
    ['SELECT v FROM m WHERE', `found EOF, ${operand} at line 1, char 23`],
    ['SELECT FROM "airSensors"', `found FROM, ${operand} at line 1, char 8`],
    ['SELECT * FROM air sensors', 'found sensors, expected ; at line 1, char 19'],
    ['SELECT "t" FROM "m" WHERE time > now() - 1y', 'invalid duration'],
    [
      `SELECT * FROM "airSensors" WHERE "sensor_id" = 'open`,
      `found open, ${operand} at line 1, char 47`,
    ],
    ['SELECT * FROM "open', 'found open, expected identifier at line 1, char 14'],
    ['SELECT * FROM "airSensors" LIMIT -1', 'found -, expected integer at line 1, char 34'],
    ['SELECT *\nFROM "airSensors"\nWHERE !!', `found !, ${operand} at line 3, char 7`],
    [
      'SELECT derivative("temperature") + 1 FROM "airSensors" GROUP BY',
      `found EOF, ${operand} at line 1, char 65`,
    ],
    [
      'SELECT * FROM "airSensors" WHERE time > now() GROUP BY *; SELECT 1',
      'found EOF, expected FROM at line 1, char 67',
    ],
    [
      'SELECT * FROM "airSensors" ORDER BY "temperature"',
      'only ORDER BY time supported at this time',
    ],
    ['DELETE', 'found EOF, expected FROM, WHERE at line 1, char 8'],
    [`SELECT "v" FROM "m" WHERE "t" = 'it''s'`, 'found s, expected ; at line 1, char 36'],
    [`SELECT "v" FROM "m" WHERE "t" = 'back\\slash'`, `found \\s, ${operand} at line 1, char 39`],
    ['SELECT "v" FROM "m\\q"', 'found \\q, expected identifier at line 1, char 20'],
    ['SELECT "v" FROM "m\nq"', 'found m, expected identifier at line 1, char 16'],
    [`SELECT "v" FROM "m" WHERE "t" = 'a\rb'`, `found a, ${operand} at line 1, char 32`],
    [`SELECT "v" FROM "m" WHERE "t" = 'a\0b'`, `found a, ${operand} at line 1, char 32`],
    [`SELECT "v" FROM 'm'`, 'found m, expected identifier at line 1, char 16'],
    [
      'SELECT "v" FROM "m" WHERE "t" =~ /[/',
      'error parsing regexp: missing closing ]: `[` at line 1, char 33',
    ],
    ['SELECT "v" FROM "m" WHERE "t" =~ /a\nb/', 'bad regex:  at line 1, char 33'],
    ['SELECT * FROM größe', 'found ö, expected ; at line 1, char 17'],
    ['SELECT * FROM select', 'found SELECT, expected identifier at line 1, char 15'],
    ['SELECT * FROM SubNetwork=CountryNN', 'found =, expected ; at line 1, char 25'],
    ['SHOW FIELD KEYS WHERE time > 1', 'found WHERE, expected ; at line 1, char 17'],
    ['SHOW TAG VALUES', 'found EOF, expected WITH at line 1, char 17'],
    [
      'CREATE RETENTION POLICY "r0" ON "sensors" DURATION 2d REPLICATION 0',
      'invalid value 0: must be 1 <= n <= 2147483647 at line 1, char 67',
    ],
    [
      'CREATE RETENTION POLICY "r" ON "sensors" DURATION 2d',
      'found EOF, expected REPLICATION at line 1, char 53',
    ],
    [
      'CREATE RETENTION POLICY "r" ON "sensors" DURATION -2d REPLICATION 1',
      'found -, expected duration at line 1, char 51',
    ],
    [
      'CREATE RETENTION POLICY "r" ON "sensors" DURATION 1.5d REPLICATION 1',
      'found 1.5, expected duration at line 1, char 51',
    ],
    [
      'CREATE RETENTION POLICY "r" ON "sensors" DURATION 1y REPLICATION 1',
      'invalid duration at line 1, char 51',
    ],
    [
      'ALTER RETENTION POLICY "week" ON "sensors"',
      'found EOF, expected DURATION, REPLICATION, SHARD, DEFAULT at line 1, char 43',
    ],
    [
      'CREATE CONTINUOUS QUERY "bad" ON "sensors" BEGIN SELECT mean("co") FROM "airSensors" GROUP BY time(1m) END',
      'found FROM, expected INTO at line 1, char 68',
    ],
    [
      'CREATE CONTINUOUS QUERY "bad" ON "sensors" BEGIN SELECT mean("co") INTO "x" FROM "airSensors" END',
      'found airSensors, expected GROUP BY time(...) at line 1, char 82',
    ],
    [
      'CREATE CONTINUOUS QUERY "bad" ON "sensors" RESAMPLE FOR 10s BEGIN SELECT mean("co") INTO "x" FROM "airSensors" GROUP BY time(1m) END',
      'FOR duration must be >= GROUP BY time duration: must be a minimum of 1m, got 10s',
    ],
    ['CREATE USER "nopass"', 'found EOF, expected WITH at line 1, char 21'],
    ['CREATE USER "dq" WITH PASSWORD "p"', 'found p, expected string at line 1, char 32'],
    ['SET PASSWORD FOR "jane" = "x"', 'found x, expected string at line 1, char 27'],
    ['CREATE DATABASE plant one', 'found one, expected ; at line 1, char 23'],
    ['CREATE DATABASE 1abc', 'found 1abc, expected identifier at line 1, char 17'],
    ['SHOW DATABASES; SELEC 1; SHOW USERS', 'char 17'],
    ['DROP SERIES FROM "a"."m"', 'retention policy not supported at line 1, char 1'],
    ['DELETE FROM "d"."a"."m"', 'database not supported at line 1, char 1'],
    ['SELECT v FROM a.b.c.d', 'too many segments in "a"."b"."c".d at line 1, char 1'],
    [
      'SELECT v > 1 FROM m',
      'invalid operator > in SELECT clause at line 1, char 8; operator is intended for WHERE clause',
    ],
    ['SELECT mean(v) FROM m fill()', 'fill requires an argument'],
    ["SELECT v FROM m tz('Nowhere/City')", 'unable to find time zone Nowhere/City'],
    ['GRANT READ TO u', 'found TO, expected ON at line 1, char 12'],
  ])('%s', (text, expected) => {
    expect(problem(text)).toContain(expected);
  });
});

describe('bound parameters', () => {
  it.each([
    ['SELECT "co" FROM m WHERE "id" = $id', {}, 'missing parameter: id'],
    ['SELECT "co" FROM $m', { m: 'air' }, 'found air, expected identifier at line 1, char 18'],
    ['DROP USER $u', { u: 'bp' }, 'found bp, expected identifier at line 1, char 11'],
    ['SELECT v FROM m WHERE v > $v', { v: { unusable: 'no use' } }, 'no use'],
    ['SELECT v FROM m WHERE v > $', {}, 'empty bound parameter'],
    ['SELECT "co" FROM $m LIMIT $n', { m: { identifier: 'air' }, n: 3n }, 'parsed'],
    ['SELECT v FROM m WHERE t =~ $r', { r: { regex: 'a.b' } }, 'parsed'],
  ])('%s with %o', (text, params, expected) => {
    expect(problem(text, params)).toBe(expected);
  });

  it('puts the value in place of the name', () => {
    const { statements } = parseQuery('SELECT v FROM m WHERE t = $t', { t: `it's \\` });
    expect(statements).toMatchObject([
      { condition: { right: { kind: 'string', value: `it's \\` } } },
    ]);
  });
});

it('gives the editor the position of an error', () => {
  expect(() => parseQuery('SELECT *\nFORM m')).toThrow(
    expect.objectContaining({ position: { line: 2, char: 1 } }),
  );
});

it.each(['', ' ', ';', ';;', '-- only a comment', '/* a */'])('%o holds no statement', (text) => {
  expect(parseQuery(text).statements).toEqual([]);
});

it('reads a regex and a comment where the server does', () => {
  const text = 'SELECT /^t/ /* all */ FROM db../a\\/b/ -- note\nLIMIT 1';
  expect(parseQuery(text).statements).toMatchObject([
    {
      fields: [{ expr: { kind: 'regex', source: '^t' } }],
      sources: [{ database: 'db', regex: { source: 'a/b' } }],
      limit: 1,
    },
  ]);
});

it('binds operators by precedence, to the left', () => {
  const { statements } = parseQuery('SELECT a - b - c * d FROM m');
  expect(statements).toMatchObject([
    {
      fields: [
        {
          expr: {
            operator: '-',
            left: { operator: '-', left: { name: 'a' }, right: { name: 'b' } },
            right: { operator: '*' },
          },
        },
      ],
    },
  ]);
});
