import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';
import { send } from './send';

/** Which bucket answers for a database and retention policy of the 1.x paths. */
export interface Dbrp {
  id: string;
  database: string;
  retention_policy: string;
  default: boolean;
  /** Computed from the bucket's name, not stored: id and bucketID are the same. */
  virtual: boolean;
  orgID: string;
  bucketID: string;
}

export interface DbrpList {
  content: Dbrp[];
}

export interface DbrpDraft {
  orgID: string;
  bucketID: string;
  database: string;
  retention_policy: string;
  default?: boolean;
}

/** Database and bucket cannot change. Never for a virtual mapping: the answer is 200, and the record half broken. */
export interface DbrpChange {
  id: string;
  orgID: string;
  patch: { retention_policy?: string; default?: boolean };
}

const path = '/api/v2/dbrps';

export const dbrpCalls = {
  create: (body: DbrpDraft): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, orgID, patch }: DbrpChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    query: { orgID },
    body: patch,
  }),
  remove: ({ id, orgID }: Pick<Dbrp, 'id' | 'orgID'>): ApiCall => ({
    method: 'DELETE',
    path: `${path}/${id}`,
    query: { orgID },
  }),
};

export const dbrpQueries = {
  inOrg: (orgID: string) =>
    queryOptions({
      queryKey: ['dbrps', 'inOrg', orgID],
      queryFn: async ({ signal }) =>
        (await request<DbrpList>(path, { query: { orgID }, signal })).content,
    }),
};

export const dbrpMutations = {
  create: mutationOptions({
    mutationFn: (draft: DbrpDraft) => send<Dbrp>(dbrpCalls.create(draft)),
    meta: {
      done: 'Mapping created',
      errorShownInForm: true,
      calls: (draft: DbrpDraft) => [dbrpCalls.create(draft)],
    },
  }),
  update: mutationOptions({
    mutationFn: (change: DbrpChange) => send<{ content: Dbrp }>(dbrpCalls.update(change)),
    meta: {
      done: 'Mapping saved',
      errorShownInForm: true,
      calls: (change: DbrpChange) => [dbrpCalls.update(change)],
    },
  }),
  remove: mutationOptions({
    mutationFn: (dbrp: Pick<Dbrp, 'id' | 'orgID' | 'virtual'>) => {
      if (dbrp.virtual) throw new Error('virtual mappings are never deleted');
      return send<undefined>(dbrpCalls.remove(dbrp));
    },
    meta: {
      done: 'Mapping deleted',
      errorShownInForm: true,
      calls: (dbrp: Pick<Dbrp, 'id' | 'orgID'>) => [dbrpCalls.remove(dbrp)],
      isGone: ({ id }: Pick<Dbrp, 'id'>, key: QueryKey) => key.includes(id),
    },
  }),
};
