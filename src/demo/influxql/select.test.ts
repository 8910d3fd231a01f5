import { describe, expect, it } from 'vitest';
import { influxqlServer } from '@/test/influxqlServer';

/** Three sensors, a point every 10 s from 1600000000 on. */
function sensorLines(): string[] {
  return Array.from({ length: 36 }, (_, i) => {
    const sensor = Math.floor(i / 12);
    const step = i % 12;
    const fields = [
      `temperature=${70 + sensor + step * 0.25}`,
      `humidity=${(35 + sensor / 10 + step / 100).toFixed(2)}`,
      `co=${(0.4 + step / 100).toFixed(2)}`,
    ];
    return `airSensors,sensor_id=TLM020${sensor} ${fields.join(',')} ${1_600_000_000 + step * 10}`;
  });
}

const air = influxqlServer(sensorLines());

/** Columns and values of a single series. */
function table(answer: string): { columns: string[]; values: unknown[][] } {
  const document = JSON.parse(answer) as {
    results: { series?: { columns: string[]; values: unknown[][] }[]; error?: string }[];
  };
  const [result] = document.results;
  if (result?.error !== undefined) throw new Error(result.error);
  return result?.series?.[0] ?? { columns: [], values: [] };
}

function values(server: typeof air, query: string): unknown[][] {
  return table(server.ask(query)).values;
}

function problem(server: typeof air, query: string): unknown {
  const document = JSON.parse(server.ask(query)) as { results: { error?: string }[] };
  return document.results[0]?.error;
}

describe('answers recorded from InfluxDB 1.6', () => {
  it.each([
    [
      'SELECT mean("temperature") FROM "airSensors" WHERE time >= 1599999980000ms AND time < 1600000020s GROUP BY time(10s)',
      '[[1599999980,null],[1599999990,null],[1600000000,71],[1600000010,71.25]]',
    ],
    [
      `SELECT mean("temperature") FROM "airSensors" WHERE "sensor_id" = 'TLM0200' AND time >= 1599999980s AND time < 1600000020s GROUP BY time(5s) fill(none)`,
      '[[1600000000,70],[1600000010,70.25]]',
    ],
    [
      `SELECT mean("temperature") FROM "airSensors" WHERE "sensor_id" = 'TLM0200' AND time >= 1599999980s AND time < 1600000020s GROUP BY time(5s) fill(previous)`,
      '[[1599999980,null],[1599999985,null],[1599999990,null],[1599999995,null],[1600000000,70],[1600000005,70],[1600000010,70.25],[1600000015,70.25]]',
    ],
    [
      `SELECT mean("temperature") FROM "airSensors" WHERE "sensor_id" = 'TLM0200' AND time >= 1599999980s AND time < 1600000020s GROUP BY time(5s) fill(linear)`,
      '[[1599999980,null],[1599999985,null],[1599999990,null],[1599999995,null],[1600000000,70],[1600000005,70.125],[1600000010,70.25],[1600000015,null]]',
    ],
    ['SELECT last("temperature"), "sensor_id" FROM "airSensors"', '[[1600000110,74.75,"TLM0202"]]'],
    [
      'SELECT count("co"), max("temperature"), percentile("humidity", 90) FROM "airSensors" WHERE time >= 1600000000s AND time <= 1600000110s',
      '[[1600000000,36,74.75,35.27]]',
    ],
    [
      'SELECT "co" FROM "airSensors" ORDER BY time DESC LIMIT 2 OFFSET 1',
      '[[1600000110,0.51],[1600000110,0.51]]',
    ],
    [
      'SELECT mean("m") FROM (SELECT max("temperature") AS "m" FROM "airSensors" GROUP BY "sensor_id")',
      '[[0,73.75]]',
    ],
    ['SELECT mean("temperature") FROM "airSensors" GROUP BY time(0s)', '[[0,72.375]]'],
    [`SELECT "co" FROM "airSensors" WHERE "sensor_id" = "TLM0200"`, '[]'],
    [
      'SELECT * FROM "airSensors" WHERE time > 2020-09-13 LIMIT 1',
      '[[1600000000,0.4,35,"TLM0200",70]]',
    ],
    ['SELECT mean("sensor_id") FROM "airSensors"', '[]'],
    [`SELECT mean(*) FROM "airSensors" WHERE "temperature" = 'x'`, '[]'],
    [
      "SELECT co FROM airSensors WHERE time >= '2020-09-13 12:28:29.5' LIMIT 1",
      '[[1600000110,0.51]]',
    ],
    [
      "SELECT co FROM airSensors WHERE time >= '2020-09-13T14:28:30+02:00' LIMIT 1",
      '[[1600000110,0.51]]',
    ],
  ])('%s', (query, expected) => {
    expect(JSON.stringify(values(air, query))).toBe(expected);
  });

  it.each([
    [
      `SELECT * FROM airSensors WHERE time > '13.09.2020'`,
      'invalid operation: time and *influxql.StringLiteral are not compatible',
    ],
    [`SELECT co FROM airSensors WHERE time >= '2020-09-13T12:26Z'`, 'invalid timestamp string'],
    ['SELECT co FROM airSensors WHERE time != 1', 'invalid time comparison operator: !='],
    [`SELECT 'v' FROM airSensors`, 'field must contain at least one variable'],
    [
      'SELECT mean(temperature), co FROM airSensors',
      'mixing aggregate and non-aggregate queries is not supported',
    ],
    [
      'SELECT temperature FROM airSensors GROUP BY time(1m)',
      'GROUP BY requires at least one aggregate function',
    ],
    [
      `SELECT mean(co) FROM airSensors GROUP BY time('1m')`,
      'time dimension must have duration argument',
    ],
    ['SELECT nofunc(co) FROM airSensors', 'undefined function nofunc()'],
    ['SELECT * FROM nodb..airSensors', 'database not found: nodb'],
    ['SELECT * FROM db.norp.airSensors', 'retention policy not found: norp'],
  ])('%s → %s', (query, expected) => {
    expect(problem(air, query)).toBe(expected);
  });

  it('names columns, and a second one of a name', () => {
    expect(
      table(air.ask('SELECT "temperature" AS "t", "temperature" * 2 FROM airSensors LIMIT 2')),
    ).toEqual({
      name: 'airSensors',
      columns: ['time', 't', 'temperature'],
      values: [
        [1600000000, 70, 140],
        [1600000000, 71, 142],
      ],
    });
    expect(table(air.ask('SELECT co, co FROM airSensors LIMIT 1')).columns).toEqual([
      'time',
      'co',
      'co_1',
    ]);
  });

  it('groups by tags and limits series', () => {
    expect(air.ask('SELECT co FROM airSensors GROUP BY sensor_id LIMIT 1 SLIMIT 1 SOFFSET 1')).toBe(
      '{"results":[{"statement_id":0,"series":[{"name":"airSensors","tags":{"sensor_id":"TLM0201"},"columns":["time","co"],"values":[[1600000000,0.4]]}]}]}\n',
    );
  });

  it('prints times of a zone with their offset', () => {
    const query = `SELECT co FROM airSensors WHERE time = 1600000000s AND sensor_id =~ /020[01]$/ tz('Europe/Berlin')`;
    expect(air.ask(query, { epoch: '' })).toContain(
      '[["2020-09-13T14:26:40+02:00",0.4],["2020-09-13T14:26:40+02:00",0.4]]',
    );
  });
});

const small = influxqlServer([
  'm,host=a v=1i,w=2.5,s="x",b=true 10',
  'm,host=a v=4i 20',
  'm,host=b v=9i,s="y",b=false 20',
  'm,host=b v=9007199254740993i 40',
  'n,host=c,zone=z v=3i 30',
]);

describe('SELECT', () => {
  it.each([
    ['SELECT v, w FROM m', '[[10,1,2.5],[20,4,null],[20,9,null],[40,9007199254740992,null]]'],
    ['SELECT w FROM m', '[[10,2.5]]'],
    ['SELECT v FROM m WHERE w > 2', '[[10,1]]'],
    [`SELECT v FROM m WHERE s = 'y' OR w > 2`, '[[10,1],[20,9]]'],
    [`SELECT v FROM m WHERE b = true`, '[[10,1]]'],
    [`SELECT v FROM m WHERE v + 1 = 5`, '[[20,4]]'],
    [`SELECT v FROM m WHERE host != 'a' AND v < 10`, '[[20,9]]'],
    [`SELECT v FROM m WHERE nosuch = ''  AND v = 1`, '[[10,1]]'],
    [`SELECT v FROM m WHERE s =~ /^[xy]$/`, '[[10,1],[20,9]]'],
    [`SELECT host, v FROM m WHERE host !~ /a/ LIMIT 1`, '[[20,"b",9]]'],
    ['SELECT v / 2, v % 2, -v FROM m LIMIT 1', '[[10,0.5,1,-1]]'],
    ['SELECT v / 0 FROM m LIMIT 1', '[[10,0]]'],
    ['SELECT abs(w - 5), pow(w, 2), floor(w), round(w) FROM m', '[[10,2.5,6.25,2,3]]'],
    ['SELECT sqrt(w - 5) FROM m', '[[10,null]]'],
    ['SELECT nope, v FROM m LIMIT 1', '[[10,null,1]]'],
    ['SELECT v FROM m ORDER BY time DESC LIMIT 1', '[[40,9007199254740992]]'],
    ['SELECT v FROM m, n WHERE time > 25s AND time < 35s', '[[30,3]]'],
    ['SELECT /^[vw]$/ FROM m LIMIT 1', '[[10,1,2.5]]'],
    ['SELECT *::tag, w FROM m', '[[10,"a",2.5]]'],
    ['SELECT w::integer, s::float FROM m', '[[10,2,null]]'],
    ['SELECT v FROM (SELECT v FROM m WHERE v > 1) WHERE v < 10', '[[20,4],[20,9]]'],
    ['SELECT v, w FROM m fill(0) LIMIT 2', '[[10,1,2.5],[20,4,0]]'],
    ['SELECT time AS t, w FROM m', '[[10,2.5]]'],
  ])('%s', (query, expected) => {
    expect(JSON.stringify(values(small, query))).toBe(expected);
  });

  it('keeps every digit of an int64 and of a nanosecond', () => {
    expect(small.ask('SELECT v FROM m WHERE time = 40s', { epoch: 'ns' })).toContain(
      '[[40000000000,9007199254740993]]',
    );
  });

  it('answers one series a measurement', () => {
    const { results } = JSON.parse(small.ask('SELECT v FROM /./ LIMIT 1')) as {
      results: { series: { name: string }[] }[];
    };
    expect(results[0]?.series.map(({ name }) => name)).toEqual(['m', 'n']);
  });

  it('groups by all tags, a regex of tags, and a tag that is missing', () => {
    expect(small.ask('SELECT v FROM n GROUP BY *')).toContain('"tags":{"host":"c","zone":"z"}');
    expect(small.ask('SELECT v FROM n GROUP BY /^z/')).toContain('"tags":{"zone":"z"}');
    expect(small.ask('SELECT v FROM n GROUP BY nope')).toContain('"tags":{"nope":""}');
  });

  it.each([
    ['SELECT sum(s) FROM m', 'unsupported sum iterator type: *query.stringInterruptIterator'],
    [
      'SELECT v + s FROM m',
      'type error: v::integer + s::string: incompatible types: integer and string',
    ],
    ['SELECT time FROM m', 'at least 1 non-time field must be queried'],
    [
      'SELECT distinct(v), w FROM m',
      'aggregate function distinct() cannot be combined with other functions or fields',
    ],
    ['SELECT top(v, 0) FROM m', 'limit (0) in top function must be at least 1'],
    [
      'SELECT top(v, 1), max(v) FROM m',
      'selector function top() cannot be combined with other functions',
    ],
    ['SELECT moving_average(v, 1) FROM m', 'moving_average window must be greater than 1, got 1'],
    ['SELECT derivative(v, 0s) FROM m', 'duration argument must be positive, got 0s'],
    [
      'SELECT percentile(v) FROM m',
      'invalid number of arguments for percentile, expected 2, got 1',
    ],
    ['SELECT v FROM m fill(none)', 'fill(none) must be used with a function'],
    ['SELECT v FROM m WHERE max(v) > 1', 'invalid function call in condition: max(v)'],
    [
      'SELECT mean(v) FROM m GROUP BY time',
      'time() is a function and expects at least one argument',
    ],
    ['SELECT * + 1 FROM m', 'unable to use wildcard in a binary expression'],
  ])('%s → %s', (query, expected) => {
    expect(problem(small, query)).toBe(expected);
  });
});
