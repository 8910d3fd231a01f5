import type { QueryKey } from '@tanstack/react-query';
import { mutationOptions, queryOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import { counted } from '@/lib/counted';
import type { Permission } from '@/lib/permissions';
import type { BulkOptions, BulkReport } from './bulk';
import { forEachId } from './bulk';
import { request } from './client';
import { send } from './send';

/** An API token; a v1 user looks the same, with its user name in `token`. */
export interface Token {
  id: string;
  /** `""` where the server keeps only a hash: a fact of each row, not of the server. */
  token: string;
  status: 'active' | 'inactive';
  description: string;
  orgID: string;
  org: string;
  userID: string;
  user: string;
  permissions: Permission[];
  createdAt: string;
  updatedAt: string;
}

export interface TokenList {
  authorizations: Token[];
}

export interface TokenDraft {
  orgID: string;
  /** The owner; without it the caller. */
  userID?: string;
  description: string;
  status?: Token['status'];
  permissions: readonly Permission[];
}

/** Permissions cannot be changed: a server ignores them here. */
export interface TokenChange {
  id: string;
  patch: { status?: Token['status']; description?: string };
}

export type TokenAction = 'activate' | 'deactivate' | 'delete';

/** One action on several tokens. */
export interface TokenRun extends Omit<BulkOptions, 'atOnce'> {
  action: TokenAction;
  ids: readonly string[];
  /** Of `ids`, what is or may be the credential in use: last and one by one, as nothing can be sent after it. */
  own?: readonly string[];
}

const path = '/api/v2/authorizations';

export const tokenCalls = {
  create: (body: TokenDraft): ApiCall => ({ method: 'POST', path, body }),
  update: ({ id, patch }: TokenChange): ApiCall => ({
    method: 'PATCH',
    path: `${path}/${id}`,
    body: patch,
  }),
  remove: (id: string): ApiCall => ({ method: 'DELETE', path: `${path}/${id}` }),
};

/** The call of a run for one of its tokens. */
export function runCall(action: TokenAction, id: string): ApiCall {
  if (action === 'delete') return tokenCalls.remove(id);
  const status = action === 'activate' ? 'active' : 'inactive';
  return tokenCalls.update({ id, patch: { status } });
}

async function run({ action, ids, own = [], stop, onProgress }: TokenRun): Promise<BulkReport> {
  const sendOne = (id: string) => send(runCall(action, id));
  const others = ids.filter((id) => !own.includes(id));
  const first = await forEachId(others, sendOne, { stop, onProgress });
  const last = await forEachId(own, sendOne, {
    stop,
    atOnce: 1,
    onProgress: (answered) => onProgress?.(others.length + answered),
  });
  return {
    done: [...first.done, ...last.done],
    refused: [...first.refused, ...last.refused],
    skipped: [...first.skipped, ...last.skipped],
  };
}

const past = { activate: 'activated', deactivate: 'deactivated', delete: 'deleted' };

export const tokenQueries = {
  /** Of every org that the caller sees; never paged. */
  all: queryOptions({
    queryKey: ['tokens', 'all'],
    queryFn: async ({ signal }) => (await request<TokenList>(path, { signal })).authorizations,
    // Comparing ten thousand tokens with the last answer, permission by permission, takes as long as parsing them.
    structuralSharing: false,
  }),
  one: (id: string) =>
    queryOptions({
      queryKey: ['tokens', 'one', id],
      queryFn: ({ signal }) => request<Token>(`${path}/${id}`, { signal }),
    }),
};

export const tokenMutations = {
  /** The answer holds the secret, for the only time on a server that hashes: it is not kept anywhere. */
  create: mutationOptions({
    mutationFn: (draft: TokenDraft) => send<Token>(tokenCalls.create(draft)),
    gcTime: 0,
    meta: {
      done: 'Token created',
      errorShownInForm: true,
      calls: (draft: TokenDraft) => [tokenCalls.create(draft)],
    },
  }),
  update: mutationOptions({
    mutationFn: (change: TokenChange) => send<Token>(tokenCalls.update(change)),
    meta: {
      done: 'Token saved',
      errorShownInForm: true,
      changesCaller: true,
      calls: (change: TokenChange) => [tokenCalls.update(change)],
    },
  }),
  /** Its toast offers the way back, so the screen shows it. */
  setStatus: mutationOptions({
    mutationFn: (change: TokenChange) => send<Token>(tokenCalls.update(change)),
    meta: {
      done: ({ patch }: TokenChange) =>
        `Token ${patch.status === 'active' ? 'activated' : 'deactivated'}`,
      isQuiet: true,
      errorShownInForm: true,
      changesCaller: true,
      calls: (change: TokenChange) => [tokenCalls.update(change)],
    },
  }),
  /** Refusals are part of the answer: it never fails as a whole, and lists are asked for once at its end. */
  bulk: mutationOptions({
    mutationFn: run,
    meta: {
      done: ({ action, ids }: TokenRun, report?: BulkReport) =>
        `${counted(report?.done.length ?? ids.length, 'token')} ${past[action]}`,
      isQuiet: true,
      errorShownInForm: true,
      changesCaller: true,
      calls: ({ action, ids }: TokenRun, report?: BulkReport) =>
        (report?.done ?? ids).map((id) => runCall(action, id)),
      isGone: ({ action, ids }: TokenRun, key: QueryKey) =>
        action === 'delete' && key.some((part) => ids.includes(String(part))),
    },
  }),
  remove: mutationOptions({
    mutationFn: (id: string) => send<undefined>(tokenCalls.remove(id)),
    meta: {
      done: 'Token deleted',
      errorShownInForm: true,
      changesCaller: true,
      calls: (id: string) => [tokenCalls.remove(id)],
      isGone: (id: string, key: QueryKey) => key.includes(id),
    },
  }),
};
