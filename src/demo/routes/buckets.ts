import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { pageLinks } from '@/demo/pageLinks';
import { readPage } from '@/demo/paging';
import type { Page } from '@/demo/paging';
import { pathID } from '@/demo/pathIDs';
import { queryOf, queryID, queryText } from '@/demo/queryValues';
import { timestamp } from '@/demo/ids';
import type { BucketRecord, DemoState } from '@/demo/state';
import { bucketNameProblem } from '@/demo/store/bucketNames';
import { bucketPage } from '@/demo/store/bucketPages';
import { createBucket, findBucketByName, removeBucket } from '@/demo/store/buckets';
import { findOrgByName } from '@/demo/store/orgs';
import { changeRetention, creationProblem, normalisedShard, TOO_LOW } from '@/demo/store/retention';
import type { RetentionChange } from '@/demo/store/retention';
import { bucketPermission, bucketReadPermission } from './bucketAccess';
import { bucketBody } from './bucketBody';
import { bucketLabelRoutes, visibleLabels } from './bucketLabels';
import { BUCKET_DRAFT, BUCKET_UPDATE, singleRule } from './bucketRequests';

const MALFORMED = { code: 'invalid', prefix: 'failed to unmarshal json: ' } as const;

function existing(state: DemoState, id: string): BucketRecord {
  return state.buckets.get(id) ?? refuse('not found', 'bucket not found');
}

export function bucketRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/buckets', (c) => list(c, state));
  app.post('/api/v2/buckets', (c) => create(c, state));
  app.get('/api/v2/buckets/:id', (c) => {
    const bucket = existing(state, pathID(c, 'id'));
    demand(caller(c), bucketReadPermission(bucket));
    return tabbed(c, bucketBody(bucket, visibleLabels(caller(c), state, bucket)));
  });
  app.patch('/api/v2/buckets/:id', (c) => update(c, state));
  app.delete('/api/v2/buckets/:id', (c) => {
    const bucket = existing(state, pathID(c, 'id'));
    demand(caller(c), bucketPermission('write', bucket));
    // A real server refuses likewise, but only after it has dropped the bucket's storage.
    if (bucket.type === 'system') refuse('invalid', 'system buckets cannot be deleted');
    removeBucket(state, bucket.id);
    return c.body(null, 204);
  });
  bucketLabelRoutes(app, state);
}

function list(c: Context<Env>, state: DemoState): Response {
  const query = queryOf(c.req);
  const page = readPage(c);
  const orgID = queryID(query, 'orgID');
  const org = queryText(query, 'org');
  const name = queryText(query, 'name');
  const id = queryID(query, 'id');
  const found = find(state, { id, orgID, org, name }, page);
  const visible = found.filter((bucket) => allows(caller(c), bucketReadPermission(bucket)));
  // The filter `name` is echoed as `bucket`, which the list does not read.
  const filter = { bucket: name, id, org, orgID };
  return tabbed(c, {
    links: pageLinks('/api/v2/buckets', page, filter, visible.length),
    buckets: visible.map((bucket) => bucketBody(bucket, visibleLabels(caller(c), state, bucket))),
  });
}

interface BucketFilter {
  id: string | undefined;
  orgID: string | undefined;
  org: string | undefined;
  name: string | undefined;
}

function find(
  state: DemoState,
  { id, orgID, org, name }: BucketFilter,
  page: Page,
): BucketRecord[] {
  if (id !== undefined) return [existing(state, id)];
  const inOrg = orgID ?? (org === undefined ? undefined : orgIDByName(state, org));
  if (inOrg === undefined || name === undefined) {
    return bucketPage(state, { orgID: inOrg, name }, page);
  }
  const bucket = findBucketByName(state, inOrg, name);
  return [bucket ?? refuse('not found', `bucket "${name}" not found`)];
}

function orgIDByName(state: DemoState, name: string): string {
  const org = findOrgByName(state, name);
  return org?.id ?? refuse('not found', `organization name "${name}" not found`);
}

async function create(c: Context<Env>, state: DemoState): Promise<Response> {
  const draft = await readGoBody(c, BUCKET_DRAFT, MALFORMED);
  const { orgID, name, description, rp } = draft;
  if (orgID === '') refuse('invalid', 'organization id must be provided');
  const rule = singleRule(draft.retentionRules);
  const nameProblem = bucketNameProblem(name);
  if (nameProblem !== null) refuse('invalid', nameProblem);
  demand(caller(c), { action: 'write', resource: { type: 'buckets', orgID } });
  if (!state.orgs.has(orgID)) refuse('not found', 'organization not found');
  if (findBucketByName(state, orgID, name)) {
    refuse('conflict', `bucket with name ${name} already exists`);
  }
  const everySeconds = rule?.everySeconds ?? 0;
  const shardSeconds = normalisedShard(rule?.shardSeconds ?? 0, everySeconds);
  const problem = creationProblem({ everySeconds, shardSeconds });
  if (problem !== null) refuse('internal error', problem);
  const bucket = createBucket(state, { orgID, name, description, rp, everySeconds, shardSeconds });
  return tabbed(c, bucketBody(bucket), 201);
}

async function update(c: Context<Env>, state: DemoState): Promise<Response> {
  const id = pathID(c, 'id');
  const change = await readGoBody(c, BUCKET_UPDATE, MALFORMED);
  const rule = singleRule(change.retentionRules);
  const bucket = existing(state, id);
  if (change.name !== undefined) demand(caller(c), bucketReadPermission(bucket));
  demand(caller(c), bucketPermission('write', bucket));
  // The storage has the new retention even when the name is refused after it.
  const shown = rule ? applyRetention(state, bucket, rule) : {};
  if (change.name !== undefined && change.name !== bucket.name) {
    checkNewName(state, bucket, change.name);
  }
  const updated: BucketRecord = {
    ...bucket,
    ...shown,
    name: change.name ?? bucket.name,
    updatedAt: timestamp(state),
    ...(change.description === undefined ? {} : { description: change.description }),
  };
  state.buckets.set(id, updated);
  return tabbed(c, bucketBody(updated));
}

function applyRetention(
  state: DemoState,
  bucket: BucketRecord,
  rule: RetentionChange,
): Pick<BucketRecord, 'everySeconds' | 'shardSeconds'> {
  const outcome = changeRetention(bucket, rule);
  if ('refused' in outcome) {
    const { refused } = outcome;
    refuse(refused === TOO_LOW ? 'internal error' : 'unprocessable entity', refused);
  }
  state.storage.setRetention(bucket.id, outcome.stored);
  return outcome.shown;
}

function checkNewName(state: DemoState, bucket: BucketRecord, name: string): void {
  if (bucket.type === 'system') refuse('invalid', 'system buckets cannot be renamed');
  const problem = bucketNameProblem(name);
  if (problem !== null) refuse('invalid', problem);
  if (findBucketByName(state, bucket.orgID, name)) {
    refuse('conflict', 'bucket name is not unique');
  }
}
