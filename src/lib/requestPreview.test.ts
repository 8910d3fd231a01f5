import { execFileSync } from 'node:child_process';
import { createContext, runInContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiCall } from './apiCall';
import { jsString, literal, pythonString, shellJson, shellQuoted, shellWord } from './codeQuoting';
import { previewCode } from './requestPreview';

const create: ApiCall = {
  method: 'POST',
  path: '/api/v2/buckets',
  body: {
    orgID: '05a1000000000001',
    name: "it's $HOME",
    retentionRules: [{ type: 'expire', everySeconds: 2_592_000, shardGroupDurationSeconds: 3600 }],
  },
};

test('curl carries the method, the address, the token as a variable and the body', () => {
  expect(previewCode([create], 'curl')).toBe(
    [
      'curl --request POST "$INFLUX_HOST/api/v2/buckets" \\',
      '  --header "Authorization: Token $INFLUX_TOKEN" \\',
      '  --header "Content-Type: application/json" \\',
      `  --data-raw '{"orgID":"05a1000000000001","name":"it'\\''s $HOME","retentionRules":[{"type":"expire","everySeconds":2592000,"shardGroupDurationSeconds":3600}]}'`,
    ].join('\n'),
  );
});

test('the influx command speaks durations', () => {
  expect(previewCode([create], 'cli')).toBe(
    `influx bucket create --org-id 05a1000000000001 --name 'it'\\''s $HOME' --retention 30d --shard-group-duration 1h`,
  );
});

test('the influx command never turns infinite retention into 30 days', () => {
  const code = previewCode(
    [
      {
        ...create,
        body: {
          orgID: 'o',
          name: 'b',
          retentionRules: [{ everySeconds: 0, shardGroupDurationSeconds: 86_400 }],
        },
      },
    ],
    'cli',
  );
  expect(code.split('\n').slice(2)).toEqual([
    'influx bucket create --org-id o --name b',
    'influx bucket update --id "$BUCKET_ID" --retention 0 --shard-group-duration 1d',
  ]);
});

test('a value that looks like a flag stays a value', () => {
  const call: ApiCall = { method: 'PATCH', path: '/api/v2/buckets/b1', body: { name: '-rf' } };
  expect(previewCode([call], 'cli')).toBe("influx bucket update --id b1 --name='-rf'");
});

test('what the influx CLI cannot do is said', () => {
  const call: ApiCall = { method: 'POST', path: '/api/v2/labels', body: {} };
  expect(previewCode([call], 'cli')).toBe('# The influx CLI has no command for this call.');
});

test('python uses the API of influxdb-client', () => {
  expect(previewCode([create], 'python')).toBe(`import os
from influxdb_client import BucketRetentionRules, InfluxDBClient

with InfluxDBClient(os.environ["INFLUX_HOST"], os.environ["INFLUX_TOKEN"]) as client:
    client.buckets_api().create_bucket(
        bucket_name="it's $HOME",
        org="05a1000000000001",
        retention_rules=BucketRetentionRules(
            type="expire", every_seconds=2592000, shard_group_duration_seconds=3600
        ),
    )`);
});

test('javascript sends the same body', () => {
  const code = previewCode([create], 'javascript');
  expect(code).toContain("import { InfluxDB } from '@influxdata/influxdb-client';");
  expect(code).toContain("influx.transport.request('/api/v2/buckets', {");
  expect(code).toContain("name: 'it\\'s $HOME'");
  expect(code).toContain("{ method: 'POST' }");
});

test('secrets are variables in every language', () => {
  const call: ApiCall = {
    method: 'POST',
    path: '/private/legacy/authorizations/a1/password',
    body: { password: 'hunter2-hunter2' },
    secrets: ['password'],
  };
  const code = (['curl', 'cli', 'python', 'javascript'] as const).map((kind) =>
    previewCode([call], kind),
  );
  expect(code.join('\n')).not.toContain('hunter2');
  expect(code[0]).toContain(`--data-raw '{"password":"'"$PASSWORD"'"}'`);
  expect(code[2]).toContain('{"password": os.environ["PASSWORD"]}');
  expect(code[3]).toContain('{ password: process.env.PASSWORD }');
});

test('two requests are two commands, none is a remark', () => {
  const rename: ApiCall = { method: 'PATCH', path: '/api/v2/buckets/b1', body: { name: 'x' } };
  expect(previewCode([rename, rename], 'curl').match(/^curl /gm)).toHaveLength(2);
  expect(previewCode([], 'javascript')).toMatch(/^\/\/ /);
});

test('query values are encoded for the address and for the shell', () => {
  const call: ApiCall = { method: 'GET', path: '/api/v2/orgs', query: { org: `a!b'c"$d &e` } };
  expect(previewCode([call], 'curl')).toContain('/api/v2/orgs?org=a%21b%27c%22%24d%20%26e"');
});

test('a shell reads back every word', () => {
  const texts = [
    "'",
    "a'b",
    '$(id)',
    '`id`',
    '"',
    '\\',
    'a b',
    '!!',
    '*',
    '~',
    '-n',
    '\n',
    'é€😀',
    '',
  ];
  const printed = execFileSync('sh', [
    '-c',
    `for word in ${texts.map(shellWord).join(' ')}; do printf '%s\\036' "$word"; done`,
  ]);
  expect(printed.toString().split('\u001E').slice(0, -1)).toEqual(texts);
});

test('JSON for a shell is one quoted word', () => {
  expect(shellJson({ a: "'" })).toBe(shellQuoted(JSON.stringify({ a: "'" })));
});

test('javascript reads back every string', () => {
  const context = createContext();
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const read: unknown = runInContext(jsString(text), context);
      expect(read).toBe(text);
    }),
  );
});

test('python strings escape what JSON escapes', () => {
  expect(pythonString('a"\\\n')).toBe('"a\\"\\\\\\n"');
});

test.each([
  [null, 'None', 'null'],
  [[true, 1.5], '[True, 1.5]', '[true, 1.5]'],
  [{ 'a-b': 'c' }, '{"a-b": "c"}', "{ 'a-b': 'c' }"],
  [{}, '{}', '{}'],
])('%j is a literal of both languages', (value, python, js) => {
  expect(literal(value, 'python')).toBe(python);
  expect(literal(value, 'js')).toBe(js);
});

test('an id that only an answer will give is a variable in every language', () => {
  const calls: ApiCall[] = [
    {
      method: 'POST',
      path: '/api/v2/users/USER_ID/password',
      body: { password: 'hunter2' },
      secrets: ['password'],
    },
    { method: 'POST', path: '/api/v2/orgs/05a1000000000001/members', body: { id: 'USER_ID' } },
    {
      method: 'PATCH',
      path: '/private/legacy/authorizations/V1_USER_ID',
      body: { status: 'active' },
    },
  ];
  const [curl, cli, python, javascript] = (['curl', 'cli', 'python', 'javascript'] as const).map(
    (kind) => previewCode(calls, kind),
  );
  expect(curl).toContain('"$INFLUX_HOST/api/v2/users/$USER_ID/password"');
  expect(curl).toContain(`--data-raw '{"id":"'"$USER_ID"'"}'`);
  expect(cli).toContain('influx user password --id "$USER_ID" --password "$PASSWORD"');
  expect(cli).toContain('--member "$USER_ID"');
  expect(python).toContain('user=os.environ["USER_ID"]');
  expect(python).toContain(
    `resource_path=f"/private/legacy/authorizations/{os.environ['V1_USER_ID']}"`,
  );
  expect(javascript).toContain('`/api/v2/users/${process.env.USER_ID}/password`');
  expect(javascript).toContain('{ id: process.env.USER_ID }');
});

test('what only looks like such an id, outside of ids, is text', () => {
  const call: ApiCall = { method: 'PATCH', path: '/api/v2/buckets/b1', body: { name: 'USER_ID' } };
  expect(previewCode([call], 'curl')).toContain('{"name":"USER_ID"}');
  expect(previewCode([call], 'cli')).toBe('influx bucket update --id b1 --name USER_ID');
});
