import type { QueryClient, QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { anyCovers, readOf } from '@/lib/permissions';
import { callerQueries } from './caller';
import { request } from './client';
import { HttpError } from './errors';
import type { Label } from './labels';
import { allPages } from './pages';
import { unlistedBuckets } from './readableBuckets';
import { send } from './send';

export interface RetentionRule {
  type: 'expire';
  /** 0 keeps data for good. */
  everySeconds: number;
  /** 0 leaves the choice to the server. */
  shardGroupDurationSeconds?: number;
}

export interface Bucket {
  id: string;
  orgID: string;
  type: 'user' | 'system';
  name: string;
  description?: string;
  /** At most one; none on very old buckets, which is infinite. */
  retentionRules: RetentionRule[];
  createdAt: string;
  updatedAt: string;
  /** Filled in answers to GET only. */
  labels?: Label[];
}

export interface BucketDraft {
  orgID: string;
  name: string;
  description?: string;
  retentionRules: RetentionRule[];
}

export interface BucketNaming {
  id: string;
  patch: { name?: string; description?: string };
}

export interface BucketRetention {
  id: string;
  rule: Required<RetentionRule>;
}

export interface Retention {
  everySeconds: number;
  /** 0: not known. */
  shardSeconds: number;
}

export function retentionOf({ retentionRules: [rule] }: Bucket): Retention {
  return {
    everySeconds: rule?.everySeconds ?? 0,
    shardSeconds: rule?.shardGroupDurationSeconds ?? 0,
  };
}

const path = '/api/v2/buckets';

/**
 * Naming and retention never go into one request: when the server refuses the name, the retention beside it
 * has already been applied (2.9.1), while the list shows the old one.
 */
export const bucketCalls = {
  create: (body: BucketDraft): ApiCall => ({ method: 'POST', path, body }),
  name: ({ id, patch }: BucketNaming): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  setRetention: ({ id, rule }: BucketRetention): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: { retentionRules: [rule] },
  }),
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
};

/** Then the pages of the list hold everything: the server filters them after it has cut them. */
function readsAll(client: QueryClient, orgID: string): boolean {
  const caller = client.getQueryData(callerQueries.current.queryKey);
  if (!caller) return false;
  const needed = [readOf('buckets', { orgID }), readOf('orgs', { id: orgID })];
  return caller.isOperator || needed.every((permission) => anyCovers(caller.granted, permission));
}

async function allInOrg(client: QueryClient, orgID: string, signal: AbortSignal) {
  const listed = await allPages<Bucket>(path, 'buckets', { orgID }, signal);
  if (readsAll(client, orgID)) return listed;
  try {
    return [...listed, ...(await unlistedBuckets(orgID, listed, signal))];
  } catch (error) {
    // Servers before 2.4, or a credential that may not list mappings: the pages are all there is.
    if (error instanceof HttpError) return listed;
    throw error;
  }
}

export const bucketQueries = {
  inOrg: (orgID: string) =>
    queryOptions({
      queryKey: ['buckets', 'inOrg', orgID],
      queryFn: ({ client, signal }) => allInOrg(client, orgID, signal),
    }),
  /** Of every org: for an operator, whose pages hold them all. */
  everywhere: queryOptions({
    queryKey: ['buckets', 'everywhere'],
    queryFn: ({ signal }) => allPages<Bucket>(path, 'buckets', {}, signal),
    staleTime: 60_000,
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['buckets', 'one', id],
      queryFn: ({ signal }) => request<Bucket>(`${path}/${id}`, { signal }),
    }),
};

export const bucketMutations = {
  create: mutationOptions({
    mutationFn: (draft: BucketDraft) => send<Bucket>(bucketCalls.create(draft)),
    meta: {
      done: 'Bucket created',
      errorShownInForm: true,
      calls: (draft: BucketDraft) => [bucketCalls.create(draft)],
    },
  }),
  name: mutationOptions({
    mutationFn: (naming: BucketNaming) => send<Bucket>(bucketCalls.name(naming)),
    meta: {
      done: 'Name and description saved',
      errorShownInForm: true,
      calls: (naming: BucketNaming) => [bucketCalls.name(naming)],
    },
  }),
  setRetention: mutationOptions({
    mutationFn: (retention: BucketRetention) => send<Bucket>(bucketCalls.setRetention(retention)),
    meta: {
      done: 'Retention saved',
      errorShownInForm: true,
      calls: (retention: BucketRetention) => [bucketCalls.setRetention(retention)],
    },
  }),
  /** Never for a system bucket: the server refuses (400), but its storage is gone all the same. */
  remove: mutationOptions({
    mutationFn: ({ id, type }: Bucket) => {
      if (type === 'system') throw new Error('system buckets are never deleted');
      return send<undefined>(bucketCalls.remove(id));
    },
    meta: {
      done: 'Bucket deleted',
      errorShownInForm: true,
      calls: ({ id }: Bucket) => [bucketCalls.remove(id)],
      isGone: ({ id, name }: Bucket, key: QueryKey) =>
        key.includes(id) || (key[0] === 'schema' && key.includes(name)),
    },
  }),
};
