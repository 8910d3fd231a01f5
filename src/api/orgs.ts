import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { request } from './client';
import { allPages } from './pages';
import { send } from './send';

export interface Org {
  id: string;
  name: string;
  description?: string;
  createdAt: string;
  updatedAt: string;
}

export interface OrgDraft {
  name: string;
  description?: string;
}

export interface OrgChange {
  id: string;
  patch: Partial<OrgDraft>;
}

const path = '/api/v2/orgs';

export const orgCalls = {
  create: (body: OrgDraft): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, patch }: OrgChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
};

export const orgQueries = {
  all: queryOptions({
    queryKey: ['orgs', 'all'],
    queryFn: ({ signal }) => allPages<Org>(path, 'orgs', {}, signal),
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['orgs', 'one', id],
      queryFn: ({ signal }) => request<Org>(`${path}/${id}`, { signal }),
    }),
};

export const orgMutations = {
  create: mutationOptions({
    mutationFn: (draft: OrgDraft) => send<Org>(orgCalls.create(draft)),
    meta: {
      done: 'Org created',
      errorShownInForm: true,
      changesCaller: true,
      calls: (draft: OrgDraft) => [orgCalls.create(draft)],
    },
  }),
  update: mutationOptions({
    mutationFn: (change: OrgChange) => send<Org>(orgCalls.update(change)),
    meta: {
      done: 'Org saved',
      errorShownInForm: true,
      changesCaller: true,
      calls: (change: OrgChange) => [orgCalls.update(change)],
    },
  }),
  remove: mutationOptions({
    mutationFn: (id: string) => send<undefined>(orgCalls.remove(id)),
    meta: {
      done: 'Org deleted',
      errorShownInForm: true,
      changesCaller: true,
      calls: (id: string) => [orgCalls.remove(id)],
      isGone: (id: string, key: QueryKey) => key.includes(id),
    },
  }),
};
