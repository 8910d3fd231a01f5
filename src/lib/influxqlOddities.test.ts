import { expect, it } from 'vitest';
import { InfluxqlError } from './influxqlError';
import { formatStatement } from './influxqlFormat';
import { parseQuery } from './influxqlParser';

/** The statements printed anew, or what is wrong. */
function answer(text: string): string {
  try {
    return parseQuery(text).statements.map(formatStatement).join('; ');
  } catch (error) {
    if (error instanceof InfluxqlError) return error.message;
    throw error;
  }
}

const operand = 'expected identifier, string, number, bool';

it.each([
  ['SELECT v FROM*/m', 'found *, expected identifier at line 1, char 14'],
  ['SELECT v FROM "m"/', 'found /, expected ; at line 1, char 18'],
  ['SELECT v FROM (m)', 'found m, expected SELECT at line 1, char 16'],
  ['SELECT v FROM m, /a/, b./c/', 'SELECT v FROM m, /a/, b./c/'],
  ['SELECT v FROM a"b c"', 'SELECT v FROM "b c"'],
  ['SELECT v FROM $x"m"', 'found $m, expected identifier at line 1, char 15'],
  ['SELECT v FROM "select"."m"', 'SELECT v FROM "select".m'],
  ['SELECT "a"."b", c.d FROM m', 'SELECT "a.b", "c.d" FROM m'],
  ['SELECT v FROM m where\u0000 t = 1', 'SELECT v FROM m WHERE t = 1'],
  ['SELECT v FROM m\u0000 where t = 1', 'SELECT v FROM m WHERE t = 1'],
  ['SELECT v FROM \u0000', 'found EOF, expected identifier at line 1, char 16'],
  ['SHOW\u0000 FIELD', 'found EOF, expected KEY, KEYS at line 1, char 6'],
  ['SELECT\u00a0v FROM m', `found \u00a0, ${operand} at line 1, char 7`],
  ['SELECT v FROM m /* open', 'found  , expected regex at line 1, char 16'],
  ['SELECT 1e5 FROM m', 'invalid duration'],
  ['SELECT 5. FROM m', 'SELECT 5.000 FROM m'],
  ['SELECT .5 FROM m', 'SELECT 0.500 FROM m'],
  ['SELECT 1..2 FROM m', 'found .2, expected FROM at line 1, char 10'],
  ['SELECT 18446744073709551616 FROM m', 'unable to parse integer at line 1, char 8'],
  ['SELECT - -1 FROM m', 'found -, expected identifier, number, duration, ( at line 1, char 10'],
  ['SELECT -(v), +v, -1h, -w FROM m', 'SELECT -1 * (v), 1 * v, -1h, -1 * w FROM m'],
  ['SELECT v FROM m LIMIT 1.5', 'found 1.5, expected integer at line 1, char 23'],
  ['SELECT v FROM m WHERE a == 1', `found =, ${operand} at line 1, char 26`],
  ['SELECT v FROM m WHERE a <> 1 AND NOT b', `found b, expected ; at line 1, char 38`],
  ['SELECT v FROM m WHERE a =~ b', 'found b, expected regex at line 1, char 28'],
  ['SELECT v FROM m GROUP BY time(1m) FILL(-1)', 'SELECT v FROM m GROUP BY time(1m) fill(-1)'],
  ["SELECT v FROM m tz('utc')", 'unable to find time zone utc'],
  ["SELECT v FROM m tz('+01:00')", 'unable to find time zone +01:00'],
  ['SELECT v INTO a..:MEASUREMENT FROM m', 'SELECT v INTO a..:MEASUREMENT FROM m'],
  ['SELECT v INTO :MEASUREMENT FROM m', 'found :, expected identifier at line 1, char 15'],
  ['DROP SERIES FROM a..m, b.c', 'retention policy not supported at line 1, char 1'],
  ['DROP SERIES FROM b.c, a..m', 'database not supported at line 1, char 1'],
  [
    'CREATE DATABASE a WITH REPLICATION 9223372036854775808',
    'strconv.Atoi: parsing "9223372036854775808": value out of range at line 1, char 36',
  ],
  [
    'CREATE CONTINUOUS QUERY q ON d RESAMPLE EVERY INF BEGIN SELECT v INTO a FROM b END',
    'found INF, expected duration at line 1, char 47',
  ],
  [
    'KILL QUERY 18446744073709551616',
    'strconv.ParseUint: parsing "18446744073709551616": value out of range at line 1, char 12',
  ],
  ["CREATE SUBSCRIPTION s ON d .r DESTINATIONS ALL 'x'", 'found  , expected . at line 1, char 27'],
  ["SHOW TAG VALUES WITH KEY = 'a'", 'found a, expected identifier at line 1, char 27'],
  [
    'SELECT v::--x\nfloat FROM m',
    'found , expected float, integer, string, boolean, field, tag at line 1, char 11',
  ],
  ['GRANT ALL ON d FROM u', 'found FROM, expected TO at line 1, char 16'],
  ['SELECT v FROM m; ; SHOW USERS;', 'SELECT v FROM m; SHOW USERS'],
])('as InfluxDB’s own parser answers: %j', (text, expected) => {
  expect(answer(text)).toBe(expected);
});

it.each([
  ['SELECT 100000000000000000000000.0 FROM m', 'SELECT 100000000000000000000000.000 FROM m'],
  ['SELECT 0.0000001 FROM m', 'SELECT 0.0000001 FROM m'],
  ['SELECT 3.14159265358979 FROM m', 'SELECT 3.14159265358979 FROM m'],
])('keeps the digits of %s, which InfluxDB would print with three decimals', (text, expected) => {
  expect(answer(text)).toBe(expected);
});

it('takes the server’s own time zone for UTC', () => {
  expect(answer("SELECT v FROM m tz('Local')")).toBe("SELECT v FROM m TZ('UTC')");
});
