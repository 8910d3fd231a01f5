import type { Action, Permission } from './permissions';
import { readOf, writeOf } from './permissions';

export interface KnownBucket {
  id: string;
  orgID: string;
  name: string;
  type: 'user' | 'system';
}

export interface KnownUser {
  id: string;
  name: string;
  status: 'active' | 'inactive';
}

/** A database of the 1.x paths that leads to a bucket, whatever the retention policy. */
export interface KnownDbrp {
  database: string;
  orgID: string;
  bucketID: string;
}

/** What exists on the server, as far as the caller sees it: what ids in permissions stand for. */
export interface Surroundings {
  /** Resource types without `instance`, in the server's order. */
  types: readonly string[];
  /** Id → name. */
  orgs: ReadonlyMap<string, string>;
  buckets: ReadonlyMap<string, KnownBucket>;
  users: ReadonlyMap<string, KnownUser>;
  /** The maps hold all there are: what is not in them is gone. */
  isComplete: boolean;
}

/** A token or a v1 user. */
export interface Credential {
  kind: 'token' | 'v1 user';
  id: string;
  /** The description of a token (may be empty), the user name of a v1 user. */
  name: string;
  status: 'active' | 'inactive';
  orgID: string;
  org: string;
  /** The owner. */
  userID: string;
  user: string;
  permissions: readonly Permission[];
  createdAt: string;
  updatedAt: string;
}

export function userBucketsIn(orgID: string, { buckets }: Surroundings): KnownBucket[] {
  return [...buckets.values()].filter((bucket) => bucket.orgID === orgID && bucket.type === 'user');
}

/** The server takes it: it is active, and so is its owner as far as is known. */
export function isUsable(
  { status, userID }: Pick<Credential, 'status' | 'userID'>,
  { users, isComplete }: Pick<Surroundings, 'users' | 'isComplete'>,
): boolean {
  if (status !== 'active') return false;
  const owner = users.get(userID);
  return owner ? owner.status === 'active' : !isComplete;
}

/** What the server asks for when data of the bucket is read or written. System buckets are read with the org. */
export function neededFor(action: Action, { id, orgID, type }: KnownBucket): Permission {
  if (type === 'system' && action === 'read') return readOf('orgs', { id: orgID });
  return action === 'read' ? readOf('buckets', { orgID, id }) : writeOf('buckets', { orgID, id });
}
