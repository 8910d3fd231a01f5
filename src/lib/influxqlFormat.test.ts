import { expect, it } from 'vitest';
import { formatStatement } from './influxqlFormat';
import { isDestructive, isMutation } from './influxqlGuard';
import { parseQuery } from './influxqlParser';

function printed(text: string): string {
  return parseQuery(text).statements.map(formatStatement).join('; ');
}

it.each([
  ['select "v" from "m" limit 1', 'SELECT v FROM m LIMIT 1'],
  ["SHOW STATS FOR 'httpd'", "SHOW STATS FOR 'httpd'"],
  ['SET PASSWORD FOR "reader" = \'new\'', 'SET PASSWORD FOR reader = [REDACTED]'],
  ['SELECT * FROM "_internal".."httpd" LIMIT 1', 'SELECT * FROM _internal..httpd LIMIT 1'],
  [
    'SHOW TAG VALUES ON "sensors" WITH KEY = "sensor_id"',
    'SHOW TAG VALUES ON sensors WITH KEY = sensor_id',
  ],
  [
    'CREATE RETENTION POLICY "r" ON "sensors" DURATION 1d REPLICATION 1',
    'CREATE RETENTION POLICY r ON sensors DURATION 1d REPLICATION 1',
  ],
  ['SELECT * INTO "copy" FROM "air sensors"', 'SELECT * INTO copy FROM "air sensors"'],
  [
    "SELECT mean(v) AS x FROM (SELECT v FROM m) WHERE t =~ /a\\/b/ AND time > now() - 90m GROUP BY time(60s), host fill(none) ORDER BY time DESC TZ('UTC')",
    "SELECT mean(v) AS x FROM (SELECT v FROM m) WHERE t =~ /a\\/b/ AND time > now() - 90m GROUP BY time(1m), host fill(none) ORDER BY time DESC TZ('UTC')",
  ],
  ['SHOW SERIES EXACT CARDINALITY ON a', 'SHOW SERIES EXACT CARDINALITY ON a'],
  [
    'SHOW MEASUREMENTS ON *.* WITH MEASUREMENT =~ /a/',
    'SHOW MEASUREMENTS ON *.* WITH MEASUREMENT =~ /a/',
  ],
  ['GRANT ALL TO u', 'GRANT ALL PRIVILEGES TO u'],
])('%s', (text, expected) => {
  expect(printed(text)).toBe(expected);
});

it.each([
  'DROP SERIES FROM "select" WHERE a = \'b\'',
  'DELETE FROM a.m WHERE time < 1w',
  'EXPLAIN ANALYZE SELECT count(DISTINCT v) FROM m',
  'KILL QUERY 3 ON host',
  "CREATE SUBSCRIPTION s ON db.rp DESTINATIONS ANY 'http://a', 'http://b'",
  'CREATE CONTINUOUS QUERY q ON db RESAMPLE EVERY 1h FOR 2h BEGIN SELECT mean(v) INTO t FROM m GROUP BY time(1h) END',
  'ALTER RETENTION POLICY r ON db DURATION 0s SHARD DURATION 1h DEFAULT',
  'REVOKE READ ON db FROM u',
  'DROP CONTINUOUS QUERY q ON db',
  'SHOW GRANTS FOR u',
  "SHOW TAG KEYS FROM m WHERE a = 'b' LIMIT 1 OFFSET 2 SLIMIT 3",
])('prints %s as it was written', (text) => {
  expect(printed(text)).toBe(text);
});

it.each([
  ['SELECT v FROM m', false, false],
  ['SELECT v INTO x FROM m', false, true],
  ['SHOW DATABASES', false, false],
  ['EXPLAIN SELECT v FROM m', false, false],
  ['CREATE DATABASE x', false, true],
  ['GRANT READ ON a TO u', false, true],
  ['DELETE FROM m', true, true],
  ['DROP MEASUREMENT m', true, true],
  ['DROP SHARD 1', true, true],
  ['REVOKE ALL FROM u', true, true],
  ['ALTER RETENTION POLICY r ON d DURATION 1h', true, true],
])('%s: destructive %s, mutation %s', (text, destructive, mutation) => {
  const { statements } = parseQuery(text);
  expect(statements.map(isDestructive)).toEqual([destructive]);
  expect(statements.map(isMutation)).toEqual([mutation]);
});
