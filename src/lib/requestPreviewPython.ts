import type { ApiCall } from './apiCall';
import { literal, pythonString } from './codeQuoting';

interface Idiom {
  method: string;
  path: RegExp;
  /** One more import line. */
  imports?: string;
  code: (id: string, call: ApiCall) => string | null;
}

type Fields = Record<string, unknown>;

const idioms: readonly Idiom[] = [
  {
    method: 'POST',
    path: /^\/api\/v2\/buckets$/,
    imports: 'from influxdb_client import BucketRetentionRules',
    code: (_id, { body }) => {
      const { orgID, name, description, retentionRules } = body as Fields;
      return statement('client.buckets_api().create_bucket', {
        bucket_name: name,
        org: orgID,
        description,
        retention_rules: retentionRules === undefined ? undefined : raw(rules(retentionRules)),
      });
    },
  },
  {
    method: 'DELETE',
    path: /^\/api\/v2\/buckets\/([^/]+)$/,
    code: (id) => `client.buckets_api().delete_bucket(${pythonString(id)})`,
  },
  {
    method: 'DELETE',
    path: /^\/api\/v2\/orgs\/([^/]+)$/,
    code: (id) => `client.organizations_api().delete_organization(${pythonString(id)})`,
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/write$/,
    imports: 'from influxdb_client.client.write_api import SYNCHRONOUS',
    code: (_id, { query = {}, body }) =>
      [
        'with client.write_api(SYNCHRONOUS) as write_api:',
        indented(
          statement('write_api.write', {
            bucket: query['bucketID'] ?? query['bucket'],
            org: query['orgID'] ?? query['org'],
            record: body,
            write_precision: query['precision'],
          }),
        ),
      ].join('\n'),
  },
  {
    method: 'POST',
    path: /^\/api\/v2\/query$/,
    code: (_id, { query = {}, body }) => {
      const { query: flux } = body as Fields;
      const org = query['orgID'] ?? query['org'];
      return `tables = ${statement('client.query_api().query', { query: flux, org })}`;
    },
  },
];

class Raw {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

function raw(text: string) {
  return new Raw(text);
}

function rules(value: unknown): string {
  const [rule = {}] = value as Fields[];
  const { everySeconds, shardGroupDurationSeconds } = rule;
  const fields = [
    'type="expire"',
    `every_seconds=${literal(everySeconds, 'python')}`,
    ...(shardGroupDurationSeconds === undefined
      ? []
      : [`shard_group_duration_seconds=${literal(shardGroupDurationSeconds, 'python')}`]),
  ];
  return `BucketRetentionRules(\n        ${fields.join(', ')}\n    )`;
}

function statement(name: string, given: Fields): string {
  const parts = Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(
      ([key, value]) =>
        `${key}=${value instanceof Raw ? value.text : literal(value, 'python', '    ')}`,
    );
  const oneLine = `${name}(${parts.join(', ')})`;
  if (oneLine.length <= 72 && !oneLine.includes('\n')) return oneLine;
  return `${name}(\n${parts.map((part) => `    ${part},\n`).join('')})`;
}

function generic({ method, path, query, body }: ApiCall): string {
  return `client.api_client.call_api${statement('', {
    resource_path: path,
    method,
    query_params: query && raw(literal(Object.entries(query), 'python', '    ')),
    header_params:
      body === undefined
        ? undefined
        : { 'Content-Type': typeof body === 'string' ? 'text/plain' : 'application/json' },
    body,
    response_type: raw('object'),
  })}`;
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

/** A script for the package influxdb-client. */
export function pythonStatements(calls: readonly ApiCall[]): string {
  const imports = new Set(['from influxdb_client import InfluxDBClient']);
  const code = calls.map((call) => {
    for (const idiom of idioms) {
      const match = idiom.method === call.method ? idiom.path.exec(call.path) : null;
      const text = match && idiom.code(match[1] ?? '', call);
      if (!text) continue;
      if (idiom.imports) imports.add(idiom.imports);
      return text;
    }
    return generic(call);
  });
  return [
    'import os',
    ...imports,
    '',
    'with InfluxDBClient(os.environ["INFLUX_HOST"], os.environ["INFLUX_TOKEN"]) as client:',
    ...code.map(indented),
  ].join('\n');
}
