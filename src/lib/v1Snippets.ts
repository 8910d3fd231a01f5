import { pythonString, shellQuoted, shellWord } from './codeQuoting';

export interface SnippetTarget {
  username: string;
  database: string;
  /** Only where the database has to be asked for with it. */
  retentionPolicy?: string;
  reads: boolean;
  writes: boolean;
}

export const snippetKinds = ['curl', 'python', 'telegraf'] as const;
export type SnippetKind = (typeof snippetKinds)[number];

const line = 'measurement,tag=value field=1';

/** Ready to run once INFLUX_HOST and INFLUX_PASSWORD are set: the password itself is never shown. */
export function v1Snippet(target: SnippetTarget, kind: SnippetKind): string {
  switch (kind) {
    case 'curl':
      return curl(target);
    case 'python':
      return python(target);
    case 'telegraf':
      return telegraf(target);
  }
}

function identifier(name: string): string {
  return `"${name.replace(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`;
}

/** The measurement is to be replaced; a retention policy has to be named before it. */
function select({ database, retentionPolicy }: SnippetTarget): string {
  const from =
    retentionPolicy === undefined
      ? '"measurement"'
      : `${identifier(database)}.${identifier(retentionPolicy)}."measurement"`;
  return `SELECT * FROM ${from} ORDER BY time DESC LIMIT 10`;
}

function curl(target: SnippetTarget): string {
  const { username, database, retentionPolicy, reads, writes } = target;
  const user = `--user ${shellWord(username)}:"$INFLUX_PASSWORD"`;
  const rp = retentionPolicy === undefined ? '' : `&rp=${encodeURIComponent(retentionPolicy)}`;
  const to = `/write?db=${encodeURIComponent(database)}${rp}`.replaceAll("'", '%27');
  const write = [
    `curl --request POST "$INFLUX_HOST${to.replaceAll('!', '%21')}"`,
    user,
    `--data-binary ${shellQuoted(line)}`,
  ];
  const query = [
    'curl --get "$INFLUX_HOST/query"',
    user,
    `--data-urlencode ${shellQuoted(`db=${database}`)}`,
    `--data-urlencode ${shellQuoted(`q=${select(target)}`)}`,
  ];
  return [...(writes ? [write] : []), ...(reads ? [query] : [])]
    .map((words) => words.join(' \\\n  '))
    .join('\n\n');
}

function python(target: SnippetTarget): string {
  const { username, database, retentionPolicy, reads, writes } = target;
  const rp =
    retentionPolicy === undefined ? '' : `, retention_policy=${pythonString(retentionPolicy)}`;
  return [
    '# pip install influxdb',
    'import os',
    'from urllib.parse import urlsplit',
    '',
    'from influxdb import InfluxDBClient',
    '',
    'url = urlsplit(os.environ["INFLUX_HOST"])',
    'is_tls = url.scheme == "https"',
    'client = InfluxDBClient(',
    '    host=url.hostname,',
    '    port=url.port or (443 if is_tls else 80),',
    `    username=${pythonString(username)},`,
    '    password=os.environ["INFLUX_PASSWORD"],',
    `    database=${pythonString(database)},`,
    '    ssl=is_tls,',
    '    verify_ssl=is_tls,',
    ')',
    ...(writes
      ? [
          'point = {"measurement": "measurement", "tags": {"tag": "value"}, "fields": {"field": 1.0}}',
          `client.write_points([point]${rp})`,
        ]
      : []),
    ...(reads ? [`print(list(client.query(${pythonString(select(target))}).get_points()))`] : []),
  ].join('\n');
}

function telegraf({ username, database, retentionPolicy, writes }: SnippetTarget): string {
  const output = [
    '[[outputs.influxdb]]',
    '  urls = ["${INFLUX_HOST}"]',
    `  database = ${JSON.stringify(database)}`,
    ...(retentionPolicy === undefined
      ? []
      : [`  retention_policy = ${JSON.stringify(retentionPolicy)}`]),
    '  ## InfluxDB 2.x has no CREATE DATABASE',
    '  skip_database_creation = true',
    `  username = ${JSON.stringify(username)}`,
    '  password = "${INFLUX_PASSWORD}"',
  ];
  return writes ? output.join('\n') : `# It may not write this bucket.\n${output.join('\n')}`;
}
