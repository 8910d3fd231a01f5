import { describe, expect, it } from 'vitest';
import { influxqlServer } from '@/test/influxqlServer';

const server = influxqlServer([
  'm,host=a v=2,i=2i 0',
  'm,host=a v=6,i=6i 10',
  'm,host=b v=6,i=6i 20',
  'm,host=a v=1,i=1i 30',
  'm,host=b v=9,i=9i 60',
  'm,host=b v=3,i=3i 70',
]);

function values(query: string): string {
  const { results } = JSON.parse(server.ask(query)) as {
    results: { series?: { values: unknown[][] }[]; error?: string }[];
  };
  return results[0]?.error ?? JSON.stringify(results[0]?.series?.map((series) => series.values));
}

const range = 'WHERE time >= 0s AND time < 90s';

describe('functions of all points', () => {
  it.each([
    ['count(v)', '[[[0,6]]]'],
    ['count(distinct(v))', '[[[0,5]]]'],
    ['sum(i)', '[[[0,27]]]'],
    ['mean(i)', '[[[0,4.5]]]'],
    ['median(v)', '[[[0,4.5]]]'],
    ['mode(v)', '[[[0,6]]]'],
    ['min(v)', '[[[30,1]]]'],
    ['max(v)', '[[[60,9]]]'],
    ['first(v)', '[[[0,2]]]'],
    ['last(v)', '[[[70,3]]]'],
    ['spread(i)', '[[[0,8]]]'],
    ['stddev(v)', '[[[0,3.0166206257996713]]]'],
    ['percentile(v, 50)', '[[[70,3]]]'],
    ['percentile(v, 100)', '[[[60,9]]]'],
    ['distinct(v)', '[[[0,2],[0,6],[0,1],[0,9],[0,3]]]'],
    ['top(v, 2)', '[[[10,6],[60,9]]]'],
    ['bottom(v, 2)', '[[[0,2],[30,1]]]'],
    ['top(v, host, 2)', '[[[10,6,"a"],[60,9,"b"]]]'],
    ['integral(v)', '[[[0,345]]]'],
    ['integral(v, 1m)', '[[[0,5.75]]]'],
    ['max(v), host', '[[[60,9,"b"]]]'],
    ['max(v) - min(v)', '[[[0,8]]]'],
    ['min(v), max(v)', '[[[0,1,9]]]'],
    ['derivative(v)', '[[[10,0.4],[20,0],[30,-0.5],[60,0.26666666666666666],[70,-0.6]]]'],
    ['derivative(v, 10s)', '[[[10,4],[20,0],[30,-5],[60,2.6666666666666665],[70,-6]]]'],
    ['non_negative_derivative(v, 10s)', '[[[10,4],[20,0],[60,2.6666666666666665]]]'],
    ['difference(i)', '[[[10,4],[20,0],[30,-5],[60,8],[70,-6]]]'],
    ['moving_average(i, 2)', '[[[10,4],[20,6],[30,3.5],[60,5],[70,6]]]'],
    ['cumulative_sum(i)', '[[[0,2],[10,8],[20,14],[30,15],[60,24],[70,27]]]'],
    ['elapsed(v, 1s)', '[[[10,10],[20,10],[30,10],[60,30],[70,10]]]'],
  ])('%s', (call, expected) => {
    expect(values(`SELECT ${call} FROM m`)).toBe(expected);
  });
});

describe('functions by window', () => {
  it.each([
    [`SELECT count(v) FROM m ${range} GROUP BY time(20s)`, '[[[0,2],[20,2],[40,0],[60,2],[80,0]]]'],
    [
      `SELECT sum(i) FROM m ${range} GROUP BY time(20s)`,
      '[[[0,8],[20,7],[40,null],[60,12],[80,null]]]',
    ],
    [
      `SELECT sum(i) FROM m ${range} GROUP BY time(20s) fill(linear)`,
      '[[[0,8],[20,7],[40,9],[60,12],[80,null]]]',
    ],
    [
      `SELECT sum(i) FROM m ${range} GROUP BY time(20s) fill(7.5)`,
      '[[[0,8],[20,7],[40,7],[60,12],[80,7]]]',
    ],
    [`SELECT max(v) FROM m ${range} GROUP BY time(20s) fill(none)`, '[[[0,6],[20,6],[60,9]]]'],
    [
      `SELECT max(v), host FROM m ${range} GROUP BY time(30s) fill(none)`,
      '[[[0,6,"a"],[30,1,"a"],[60,9,"b"]]]',
    ],
    [
      `SELECT mean(v) FROM m ${range} GROUP BY time(30s, 10s) fill(none)`,
      '[[[-20,2],[10,4.333333333333333],[40,9],[70,3]]]',
    ],
    [
      `SELECT mean(v), count(i) FROM m ${range} GROUP BY time(40s) fill(none)`,
      '[[[0,3.75,4],[40,6,2]]]',
    ],
    [
      `SELECT mean(v) FROM m ${range} GROUP BY time(40s), host fill(none)`,
      '[[[0,3]],[[0,6],[40,6]]]',
    ],
    [`SELECT top(v, 1) FROM m ${range} GROUP BY time(30s)`, '[[[10,6],[30,1],[60,9]]]'],
    [
      `SELECT distinct(v) FROM m ${range} GROUP BY time(30s)`,
      '[[[0,2],[0,6],[30,1],[60,9],[60,3]]]',
    ],
    [
      `SELECT mean(v) FROM m ${range} GROUP BY time(30s) fill(none) ORDER BY time DESC`,
      '[[[60,6],[30,1],[0,4.666666666666667]]]',
    ],
    [
      `SELECT mean(v) FROM m ${range} GROUP BY time(20s) fill(none) LIMIT 1 OFFSET 1`,
      '[[[20,3.5]]]',
    ],
    [
      `SELECT difference(sum(i)) FROM m ${range} GROUP BY time(20s) fill(none)`,
      '[[[20,-1],[60,5]]]',
    ],
    [
      `SELECT difference(sum(i)) FROM m WHERE time >= 20s AND time < 40s GROUP BY time(20s)`,
      '[[[20,-1]]]',
    ],
    [
      `SELECT moving_average(sum(i), 2) FROM m WHERE time >= 20s AND time < 40s GROUP BY time(20s)`,
      '[[[20,7.5]]]',
    ],
    [
      `SELECT derivative(mean(v), 10s) FROM m ${range} GROUP BY time(30s)`,
      '[[[30,-1.2222222222222223],[60,1.6666666666666667]]]',
    ],
    [
      `SELECT cumulative_sum(count(v)) FROM m ${range} GROUP BY time(30s)`,
      '[[[0,3],[30,4],[60,6]]]',
    ],
    [`SELECT integral(v) FROM m ${range} GROUP BY time(30s)`, '[[[0,135],[30,150],[60,60]]]'],
    [
      `SELECT mean(x) FROM (SELECT max(v) AS x FROM m ${range} GROUP BY host) GROUP BY time(30s) fill(none)`,
      '[[[0,6],[30,1],[60,9]]]',
    ],
    [`SELECT sum(x) FROM (SELECT max(v) AS x FROM m GROUP BY host)`, '[[[0,15]]]'],
    [`SELECT mean(v) FROM (SELECT v FROM m) GROUP BY host`, '[[[0,3]],[[0,6]]]'],
  ])('%s', (query, expected) => {
    expect(values(query)).toBe(expected);
  });

  it('ends now where no end is given, and begins with the first point where no start is given', () => {
    const young = influxqlServer(['m v=1 40', 'm v=2 75'], 100);
    expect(young.ask('SELECT sum(v) FROM m GROUP BY time(30s)')).toContain(
      '"values":[[30,1],[60,2],[90,null]]',
    );
  });

  it('cuts days by the clock of a time zone, across a change of its offset', () => {
    // 2021-03-27 23:00Z is midnight in Berlin; on the 28th its clocks were put forward.
    const start = Date.UTC(2021, 2, 27, 23) / 1000;
    const zoned = influxqlServer([`m v=1 ${start}`, `m v=2 ${start + 23 * 3600}`]);
    const query = `SELECT sum(v) FROM m WHERE time >= '2021-03-28' AND time < '2021-03-30' GROUP BY time(1d) fill(none) tz('Europe/Berlin')`;
    expect(zoned.ask(query, { epoch: '' })).toContain(
      '[["2021-03-28T00:00:00+01:00",1],["2021-03-29T00:00:00+02:00",2]]',
    );
  });

  it('reads now() and durations in conditions', () => {
    const young = influxqlServer(['m v=1 40', 'm v=2 75'], 100);
    expect(young.ask('SELECT v FROM m WHERE time > now() - 1m AND time <= now()')).toContain(
      '[[75,2]]',
    );
  });
});

it('expands wildcards in functions, by type', () => {
  const mixed = influxqlServer(['m f=1,i=2i,s="x",b=true 1']);
  expect(mixed.ask('SELECT mean(*) FROM m')).toContain(
    '"columns":["time","mean_f","mean_i"],"values":[[0,1,2]]',
  );
  expect(mixed.ask('SELECT count(/^[sb]$/) AS n FROM m')).toContain(
    '["time","n_b","n_s"],"values":[[0,1,1]]',
  );
  expect(mixed.ask('SELECT last(*) FROM m')).toContain('[[0,true,1,2,"x"]]');
});
