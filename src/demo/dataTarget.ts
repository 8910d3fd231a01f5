import { refuse } from './errors';
import { idProblem } from './ids';
import type { BucketRecord, DemoState, OrgRecord } from './state';
import { findBucketByName } from './store/buckets';
import { findOrgByName } from './store/orgs';

function isID(text: string): boolean {
  return idProblem(text) === null;
}

/** `orgID`, or `org` as an id or a name: what looks like an id is not tried as a name. */
export function orgOf(state: DemoState, query: URLSearchParams): OrgRecord {
  const id = query.get('orgID');
  if (id) return orgByID(state, id);
  const org = query.get('org');
  if (!org) refuse('invalid', 'Please provide either orgID or org');
  if (isID(org)) return orgByID(state, org);
  return findOrgByName(state, org) ?? refuse('not found', `organization name "${org}" not found`);
}

function orgByID(state: DemoState, id: string): OrgRecord {
  const problem = idProblem(id);
  if (problem !== null) refuse('invalid', problem);
  return state.orgs.get(id.toLowerCase()) ?? refuse('not found', 'organization not found');
}

/** Of `/api/v2/write`: what looks like an id is tried as one first, then as a name. */
export function bucketToWrite(state: DemoState, orgID: string, bucket: string): BucketRecord {
  const byID = isID(bucket) ? state.buckets.get(bucket.toLowerCase()) : undefined;
  return (
    byID ??
    findBucketByName(state, orgID, bucket) ??
    refuse('not found', `bucket "${bucket}" not found`)
  );
}

/** Of `/api/v2/delete`: `bucketID`, or `bucket`, where an id hides a name that looks like one. */
export function bucketToDelete(
  state: DemoState,
  orgID: string,
  query: URLSearchParams,
): BucketRecord {
  const id = query.get('bucketID');
  if (id) return bucketByID(state, id);
  const bucket = query.get('bucket');
  if (!bucket) refuse('invalid', 'Please provide either bucketID or bucket');
  if (isID(bucket)) return bucketByID(state, bucket);
  return (
    findBucketByName(state, orgID, bucket) ?? refuse('not found', `bucket "${bucket}" not found`)
  );
}

function bucketByID(state: DemoState, id: string): BucketRecord {
  const problem = idProblem(id);
  if (problem !== null) refuse('invalid', problem);
  return state.buckets.get(id.toLowerCase()) ?? refuse('not found', 'bucket not found');
}
