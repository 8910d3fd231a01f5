import { bucketReach } from './bucketReach';
import { pythonString, shellQuoted } from './codeQuoting';
import { fluxString } from './fluxText';
import { orgName } from './permissionWords';
import type { Permission } from './permissions';
import type { Surroundings } from './surroundings';
import { userBucketsIn } from './surroundings';

export interface TokenSnippetTarget {
  orgID: string;
  org: string;
  /** Names of buckets that the token reads and writes; absent where there is none. */
  read?: string;
  write?: string;
}

export interface TokenSnippet {
  label: string;
  code: string;
}

/** For the first buckets of its org that a token with these permissions reads and writes. */
export function snippetTarget(
  permissions: readonly Permission[],
  orgID: string,
  around: Surroundings,
): TokenSnippetTarget {
  const reached = bucketReach(permissions, userBucketsIn(orgID, around));
  const read = reached.find((reach) => reach.read)?.bucket.name;
  const write = reached.find((reach) => reach.write)?.bucket.name;
  return {
    orgID,
    org: orgName(orgID, around),
    ...(read !== undefined && { read }),
    ...(write !== undefined && { write }),
  };
}

const line = 'measurement,tag=value field=1';
const authorization = '--header "Authorization: Token $INFLUX_TOKEN"';

function flux(bucket: string): string {
  return `from(bucket: ${fluxString(bucket)}) |> range(start: -1h) |> limit(n: 10)`;
}

function curl({ orgID, read, write }: TokenSnippetTarget): string {
  const calls = [
    ...(write === undefined
      ? []
      : [
          [
            `curl --request POST "$INFLUX_HOST/api/v2/write?org=${orgID}&bucket=${inUrl(write)}"`,
            authorization,
            `--data-raw ${shellQuoted(line)}`,
          ],
        ]),
    ...(read === undefined
      ? []
      : [
          [
            `curl --request POST "$INFLUX_HOST/api/v2/query?orgID=${orgID}"`,
            authorization,
            '--header "Content-Type: application/vnd.flux"',
            `--data-raw ${shellQuoted(flux(read))}`,
          ],
        ]),
  ];
  const whoAmI = [`curl "$INFLUX_HOST/api/v2/me"`, authorization];
  return (calls.length > 0 ? calls : [whoAmI]).map((words) => words.join(' \\\n  ')).join('\n\n');
}

/** The shell reads `!` and `'` even so, and `$` and the backquote inside double quotes. */
function inUrl(text: string): string {
  return encodeURIComponent(text).replaceAll('!', '%21').replaceAll("'", '%27');
}

function python({ org, read, write }: TokenSnippetTarget): string {
  return [
    '# pip install influxdb-client',
    'import os',
    '',
    'from influxdb_client import InfluxDBClient',
    ...(write === undefined ? [] : ['from influxdb_client.client.write_api import SYNCHRONOUS']),
    '',
    'client = InfluxDBClient(',
    '    url=os.environ["INFLUX_HOST"],',
    '    token=os.environ["INFLUX_TOKEN"],',
    `    org=${pythonString(org)},`,
    ')',
    ...(write === undefined
      ? []
      : [
          'writer = client.write_api(write_options=SYNCHRONOUS)',
          `writer.write(bucket=${pythonString(write)}, record=${pythonString(line)})`,
        ]),
    ...(read === undefined
      ? []
      : [`print(client.query_api().query(${pythonString(flux(read))}).to_json())`]),
    ...((read ?? write) === undefined ? ['print(client.users_api().me())'] : []),
  ].join('\n');
}

function telegraf({ org }: TokenSnippetTarget, write: string): string {
  return [
    '[[outputs.influxdb_v2]]',
    '  urls = ["${INFLUX_HOST}"]',
    '  token = "${INFLUX_TOKEN}"',
    `  organization = ${JSON.stringify(org)}`,
    `  bucket = ${JSON.stringify(write)}`,
  ].join('\n');
}

/** Where the new secret goes. Commands read it from INFLUX_TOKEN, as a shell remembers what it is given. */
export function tokenSnippets(target: TokenSnippetTarget): TokenSnippet[] {
  const { write } = target;
  return [
    { label: 'curl', code: curl(target) },
    ...(write === undefined ? [] : [{ label: 'Telegraf', code: telegraf(target, write) }]),
    { label: 'Python', code: python(target) },
  ];
}
