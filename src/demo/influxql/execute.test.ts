import { describe, expect, it } from 'vitest';
import { influxqlServer } from '@/test/influxqlServer';
import { ConnectionLost } from './fill';

function fresh(now?: number): ReturnType<typeof influxqlServer> {
  return influxqlServer(
    [
      'cpu,host=a v=1 1',
      'cpu,host=b v=2 2',
      'cpu,host=b v=3 3',
      'mem,host=b,zone=z free=1i,s="" 4',
    ],
    now,
  );
}

function lines(text: string): string[] {
  return text.trimEnd().split('\n');
}

describe('several statements', () => {
  const query = 'SHOW DATABASES; SELECT v FROM nope.x; SELECT v FROM cpu LIMIT 1; SHOW DATABASES';

  it('loses the error of one that is not the last', () => {
    expect(fresh().ask(query)).toBe(
      '{"results":[{"statement_id":0,"series":[{"name":"databases","columns":["name"],"values":[["db"]]}]},{"statement_id":1,"error":"not executed"}]}\n',
    );
  });

  it('shows it in a chunked answer', () => {
    expect(lines(fresh().ask(query, { chunkSize: 10 })).slice(1)).toEqual([
      '{"results":[{"statement_id":1,"error":"retention policy not found: nope"}]}',
      '{"results":[{"statement_id":1,"error":"not executed"}]}',
      '{"results":[{"statement_id":1,"error":"not executed"}]}',
    ]);
  });

  it('is empty for no statement at all', () => {
    expect(fresh().ask(';')).toBe('{}\n');
  });
});

describe('chunked answers', () => {
  it('marks series that go on and answers that go on', () => {
    expect(lines(fresh().ask('SELECT v FROM cpu GROUP BY host', { chunkSize: 1 }))).toEqual([
      '{"results":[{"statement_id":0,"series":[{"name":"cpu","tags":{"host":"a"},"columns":["time","v"],"values":[[1,1]]}],"partial":true}]}',
      '{"results":[{"statement_id":0,"series":[{"name":"cpu","tags":{"host":"b"},"columns":["time","v"],"values":[[2,2]],"partial":true}],"partial":true}]}',
      '{"results":[{"statement_id":0,"series":[{"name":"cpu","tags":{"host":"b"},"columns":["time","v"],"values":[[3,3]]}]}]}',
    ]);
  });

  it('sends lists of names whole, one measurement a document', () => {
    expect(lines(fresh().ask('SHOW TAG KEYS', { chunkSize: 1 }))).toEqual([
      '{"results":[{"statement_id":0,"series":[{"name":"cpu","columns":["tagKey"],"values":[["host"]]}]}]}',
      '{"results":[{"statement_id":0,"series":[{"name":"mem","columns":["tagKey"],"values":[["host"],["zone"]]}]}]}',
    ]);
  });

  it('has one document for an empty answer', () => {
    expect(fresh().ask('SELECT v FROM nothing', { chunkSize: 1 })).toBe(
      '{"results":[{"statement_id":0}]}\n',
    );
  });
});

describe('CSV', () => {
  it('repeats the header where statements or columns change', () => {
    expect(
      fresh().askCsv('SELECT v FROM cpu GROUP BY host; SELECT free, s FROM mem; SHOW DATABASES'),
    ).toBe(
      'name,tags,time,v\ncpu,host=a,1000000000,1\ncpu,host=b,2000000000,2\ncpu,host=b,3000000000,3\n\nname,tags,time,free,s\nmem,,4000000000,1,\n\nname,tags,name\ndatabases,,db\n',
    );
  });

  it('shows neither errors nor empty answers', () => {
    expect(fresh().askCsv('SELECT v FROM nothing; SELECT v FROM nope.x')).toBe('');
  });

  it('quotes as Go does, and writes numbers without exponent', () => {
    const server = influxqlServer(['m,t=a\\,b f=1e-9,s=" lead",q="say \\"x\\"" 1']);
    expect(server.askCsv('SELECT f, q, s FROM m GROUP BY t', { epoch: 'ms' })).toBe(
      'name,tags,time,f,q,s\nm,"t=a\\,b",1000,0.000000001,"say ""x"""," lead"\n',
    );
  });
});

describe('values in JSON', () => {
  it.each([
    ['f=1e21', '1e+21'],
    ['f=-0', '-0'],
    ['f=18446744073709551615u', '18446744073709551615'],
    ['f="<a&b>\\"ü"', '"\\u003ca\\u0026b\\u003e\\"ü"'],
    ['f=true', 'true'],
  ])('%s → %s', (field, expected) => {
    expect(influxqlServer([`m ${field} 1`]).ask('SELECT f FROM m')).toContain(`[[1,${expected}]]`);
  });

  it('answers a document with an infinite number by its error alone', () => {
    expect(influxqlServer(['m f=0 1']).ask('SELECT ln(f) FROM m')).toBe(
      '{"results":[{"statement_id":0,"error":"json: unsupported value: -Inf"}]}\n',
    );
  });

  it.each([
    ['', '"1969-12-31T23:59:59.5Z"'],
    ['ms', '-500'],
    ['u', '-500000'],
    ['bogus', '-500000000'],
  ])('prints times for epoch=%o', (epoch, expected) => {
    const server = influxqlServer([]);
    server.scope.storage.write(
      'b',
      [
        {
          measurement: 'm',
          tags: [],
          fields: [['f', { type: 'float', value: 1 }]],
          timeNs: -500_000_000n,
        },
      ],
      0n,
    );
    expect(server.ask('SELECT f FROM m', { epoch })).toContain(`[[${expected},1]]`);
  });
});

describe('SHOW', () => {
  it.each([
    ['SHOW MEASUREMENTS', '[["cpu"],["mem"]]'],
    ["SHOW MEASUREMENTS WHERE host = 'a'", '[["cpu"]]'],
    ['SHOW MEASUREMENTS WITH MEASUREMENT = mem', '[["mem"]]'],
    ['SHOW TAG KEYS FROM mem', '[["host"],["zone"]]'],
    ['SHOW TAG KEYS FROM mem WITH KEY != host', '[["zone"]]'],
    ['SHOW TAG VALUES FROM cpu WITH KEY = host LIMIT 1 OFFSET 1', '[["host","b"]]'],
    ["SHOW TAG VALUES FROM mem WITH KEY =~ /./ WHERE zone = 'z'", '[["host","b"],["zone","z"]]'],
    ['SHOW FIELD KEYS FROM mem', '[["free","integer"],["s","string"]]'],
    ['SHOW SERIES LIMIT 2', '[["cpu,host=a"],["cpu,host=b"]]'],
    ['SHOW SERIES EXACT CARDINALITY FROM cpu', '[[2]]'],
    ['SHOW MEASUREMENT EXACT CARDINALITY', '[[2]]'],
    ['SHOW TAG VALUES CARDINALITY FROM cpu WITH KEY = host', '[[2]]'],
    ['SHOW FIELD KEY CARDINALITY FROM mem', '[[2]]'],
    ['SHOW RETENTION POLICIES', '[["autogen","0s","168h0m0s",1,true]]'],
  ])('%s', (query, expected) => {
    expect(fresh().ask(query)).toContain(`"values":${expected}}]}]}`);
  });

  it.each([
    ['SHOW SERIES CARDINALITY', 'not implemented: SHOW SERIES CARDINALITY'],
    ['SHOW TAG KEYS ON nope', 'default retention policy not set for: nope'],
    ['SHOW FIELD KEYS ON nope', 'database not found: nope'],
    [
      'SHOW MEASUREMENTS ON *',
      "query 'SHOW MEASUREMENTS ON *' not supported. use 'ON *.*' or specify a database",
    ],
    [
      'SHOW TAG KEY CARDINALITY WHERE time > 1',
      "SHOW TAG KEY EXACT CARDINALITY doesn't support time in WHERE clause",
    ],
    ['KILL QUERY 1', 'not implemented: SHOW QUERIES'],
    ['CREATE DATABASE x', 'not implemented: CREATE DATABASE'],
    ['SELECT v INTO x FROM cpu', 'not implemented: SELECT INTO'],
  ])('%s → %s', (query, expected) => {
    expect(fresh().ask(query)).toBe(
      `{"results":[{"statement_id":0,"error":${JSON.stringify(expected)}}]}\n`,
    );
  });

  it('hides what the caller may not read', () => {
    const scope = { canRead: () => false };
    const { ask } = fresh();
    expect(ask('SHOW DATABASES', { scope })).toContain('"columns":["name"]}]');
    expect(ask('SHOW MEASUREMENTS', { scope })).toBe('{"results":[{"statement_id":0}]}\n');
    expect(ask('SELECT v FROM cpu', { scope })).toContain('database not found: db');
  });
});

describe('removing', () => {
  it.each([
    ["DELETE FROM cpu WHERE host = 'b' AND time < 3s", '[[1,1],[3,3]]'],
    ["DELETE WHERE host =~ /a|c/ OR zone = 'z'", '[[2,2],[3,3]]'],
    ['DELETE FROM /c.u/ WHERE time >= 2s', '[[1,1]]'],
  ])('%s', (query, left) => {
    const { ask } = fresh();
    expect(ask(query)).toBe('{}\n');
    expect(ask('SELECT v FROM cpu')).toContain(`"values":${left}`);
  });

  it('keeps the names of what was deleted until its measurement is empty', () => {
    const { ask } = fresh();
    const names = (query: string) => ask(query).replace(/^.*"values":|\}\]\}\]\}\n$/g, '');
    const tagValues = names('SHOW TAG VALUES FROM cpu WITH KEY = host');
    const columns = ask('SELECT * FROM cpu').replace(/"values".*/s, '');
    ask("DELETE FROM cpu WHERE host != 'a'");
    expect(names('SHOW TAG VALUES FROM cpu WITH KEY = host')).toBe(tagValues);
    expect(names("SHOW TAG VALUES FROM cpu WITH KEY = host WHERE host != ''")).toBe(
      '[["host","a"]]',
    );
    expect(ask('SELECT * FROM cpu')).toContain(columns);
    expect(ask('SHOW SERIES FROM cpu')).not.toContain('host=b');
    ask("DELETE FROM cpu WHERE host = 'a'");
    expect(ask('SHOW TAG KEYS FROM cpu')).toBe('{"results":[{"statement_id":0}]}\n');
    expect(ask('SHOW FIELD KEYS FROM cpu')).toBe('{"results":[{"statement_id":0}]}\n');
  });

  it('drops a measurement and nothing else', () => {
    const { ask } = fresh();
    expect(ask('DROP MEASUREMENT cpu')).toBe('{}\n');
    expect(ask('SHOW MEASUREMENTS')).toContain('[["mem"]]');
  });

  it('needs to read and write', () => {
    const scope = { canWrite: () => false };
    expect(fresh().ask('DELETE FROM cpu', { scope })).toContain('insufficient permissions');
    expect(fresh().ask('DROP MEASUREMENT cpu', { scope })).toContain('insufficient permissions');
  });

  it.each(['v = 1', 'host = 1', 'nope = 1.5'])(
    'refuses fields in its condition: %s',
    (condition) => {
      expect(fresh().ask(`DELETE FROM cpu WHERE ${condition}`)).toContain(
        'fields not supported in WHERE clause',
      );
      expect(
        fresh().ask(`DELETE FROM none WHERE ${condition === 'v = 1' ? 'x = 1' : condition}`),
      ).toBe('{}\n');
    },
  );

  it('takes the retention policy of its first source for all', () => {
    const { ask } = fresh();
    expect(ask('DELETE FROM none, nope.cpu')).toBe('{}\n');
    expect(ask('SHOW MEASUREMENTS')).toContain('[["mem"]]');
    expect(ask('DELETE FROM nope.cpu, mem')).toContain(
      'no dbrp mappings found: db=db, rp=nope, please check to make sure db and rp exist',
    );
  });

  it('says nothing when it drops a measurement of no visible database', () => {
    const scope = { canRead: () => false };
    expect(fresh().ask('DROP MEASUREMENT cpu', { scope })).toBe('{}\n');
    expect(fresh().ask('DELETE FROM cpu', { scope })).toContain(
      'no dbrp mappings found: db=db, rp=,',
    );
  });
});

it('explains a query', () => {
  expect(fresh().ask('EXPLAIN SELECT mean(v) FROM cpu')).toContain('[["EXPRESSION: mean(v)"]');
});

it('loses the connection over windows without end, as the server does', () => {
  expect(() => fresh().ask('SELECT mean(v) FROM cpu GROUP BY time(1s)')).toThrow(ConnectionLost);
  expect(fresh(10).ask('SELECT count(v) FROM cpu GROUP BY time(5s)')).toContain(
    '[[0,3],[5,0],[10,0]]',
  );
});
