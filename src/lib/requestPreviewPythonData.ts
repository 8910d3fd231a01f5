import { literal, pythonString } from './codeQuoting';
import type { Fields, Idiom } from './requestPreviewPythonCode';
import { indented, raw, statement } from './requestPreviewPythonCode';

/** Buckets, orgs, points and queries. */
export const dataIdioms: readonly Idiom[] = [
  {
    method: 'POST',
    path: /^\/api\/v2\/buckets$/,
    imports: ['BucketRetentionRules'],
    code: (_id, { body }) => {
      const { orgID, name, description, retentionRules } = body as Fields;
      return statement('client.buckets_api().create_bucket', {
        bucket_name: name,
        org: orgID,
        description,
        retention_rules: rules((retentionRules ?? []) as Fields[]),
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
    importLine: 'from influxdb_client.client.write_api import SYNCHRONOUS',
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

function rules([rule]: readonly Fields[]): unknown {
  if (!rule) return undefined;
  const { everySeconds, shardGroupDurationSeconds: shard } = rule;
  const fields = [
    'type="expire"',
    `every_seconds=${literal(everySeconds ?? 0, 'python')}`,
    ...(shard === undefined ? [] : [`shard_group_duration_seconds=${literal(shard, 'python')}`]),
  ];
  return raw(`BucketRetentionRules(\n        ${fields.join(', ')}\n    )`);
}
