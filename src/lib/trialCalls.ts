import type { ApiCall } from './apiCall';
import { fluxString } from './fluxText';
import type { NamedBucket, Stage, TrialCall } from './hierarchy';
import { readOf, writeOf } from './permissions';

const get = (path: string, query?: ApiCall['query']): ApiCall => ({ method: 'GET', path, query });
const flux = ({ orgID }: Stage, bucket: string): ApiCall => ({
  method: 'POST',
  path: '/api/v2/query',
  query: { orgID },
  body: {
    type: 'flux',
    query: `from(bucket: ${fluxString(bucket)}) |> range(start: -1h) |> limit(n: 1)`,
  },
});
const influxql = (db: string) => get('/query', { db, q: 'SELECT * FROM /.*/ LIMIT 1' });
const write = ({ orgID, line }: Stage, bucket: string): ApiCall => ({
  method: 'POST',
  path: '/api/v2/write',
  query: { org: orgID, bucket },
  body: line,
});
const bucketPlace = ({ orgID }: Stage, { id }: NamedBucket) => ({ orgID, id });

/** The same for every level, those that write before those that read. */
export const trialCalls: readonly TrialCall[] = [
  {
    key: 'config',
    label: 'Read the server configuration',
    call: () => get('/api/v2/config'),
    needed: () => 'operator',
  },
  { key: 'orgs', label: 'List orgs', call: () => get('/api/v2/orgs'), list: 'orgs' },
  { key: 'users', label: 'List users', call: () => get('/api/v2/users'), list: 'users' },
  {
    key: 'buckets',
    label: 'List buckets',
    call: () => get('/api/v2/buckets', { limit: 100 }),
    list: 'buckets',
  },
  {
    key: 'tokens',
    label: 'List tokens',
    call: () => get('/api/v2/authorizations'),
    list: 'authorizations',
  },
  {
    key: 'create-bucket',
    label: 'Create a bucket',
    call: ({ orgID, mark }, level) => ({
      method: 'POST',
      path: '/api/v2/buckets',
      body: { orgID, name: `${mark}-made-by-${level.replace(/\W/g, '-')}`, retentionRules: [] },
    }),
    needed: ({ orgID }) => writeOf('buckets', { orgID }),
  },
  {
    key: 'create-token',
    label: 'Create a token',
    call: (stage, level) => ({
      method: 'POST',
      path: '/api/v2/authorizations',
      body: {
        orgID: stage.orgID,
        description: `${stage.mark} made by ${level}`,
        permissions: [readOf('buckets', bucketPlace(stage, stage.own))],
      },
    }),
    needed: ({ orgID }) => writeOf('authorizations', { orgID }),
  },
  {
    key: 'write-own',
    label: 'Write to its bucket',
    call: (stage) => write(stage, stage.own.name),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'write-other',
    label: 'Write to another bucket',
    call: (stage) => write(stage, stage.other.name),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'write-1x',
    label: 'Write to its bucket by /write',
    call: ({ own, line }) => ({
      method: 'POST',
      path: '/write',
      query: { db: own.name },
      body: line,
    }),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'flux-own',
    label: 'Read its bucket by Flux',
    call: (stage) => flux(stage, stage.own.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'flux-other',
    label: 'Read another bucket by Flux',
    call: (stage) => flux(stage, stage.other.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'influxql-own',
    label: 'Read its bucket by InfluxQL',
    call: ({ own }) => influxql(own.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'influxql-other',
    label: 'Read another bucket by InfluxQL',
    call: ({ other }) => influxql(other.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'change-bucket',
    label: 'Change its bucket',
    // Nothing in it: the server asks for the permission and changes nothing.
    call: ({ own }) => ({ method: 'PATCH', path: `/api/v2/buckets/${own.id}`, body: {} }),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
];
