import { mutationOptions } from '@tanstack/react-query';
import { request } from '@/api/client';
import { isNotFound, missingPermission } from '@/api/errors';
import { send } from '@/api/send';
import type { Token, TokenDraft } from '@/api/tokens';
import { tokenCalls } from '@/api/tokens';
import type { ApiCall } from '@/lib/apiCall';
import type { ReplacementEvent } from '@/lib/replacement';
import type { Replacement, ReplacementTask } from '@/lib/replacementRecord';
import { newTokenIds } from '@/lib/replacementRecord';
import { dispatch } from './replacementStore';

/** Tasks that change something on the server. */
type Change = Exclude<ReplacementTask, 'look' | 'prove'>;

/** Without the secret: variables of mutations are kept for a while. */
export interface ReplacementChange {
  server: string;
  change: Change;
  replacement: Replacement;
}

export function newTokenDraft({ old, draft }: Replacement): TokenDraft {
  const { description, userID, permissions } = draft;
  return { orgID: old.orgID, userID, description, permissions };
}

function newTokenId(replacement: Replacement): string {
  return newTokenIds(replacement)[0] ?? '';
}

/** What the change sends. */
export function changeCall(change: Change, replacement: Replacement): ApiCall {
  const { id } = replacement.old;
  switch (change) {
    case 'create':
      return tokenCalls.create(newTokenDraft(replacement));
    case 'deactivate':
      return tokenCalls.update({ id, patch: { status: 'inactive' } });
    case 'reactivate':
      return tokenCalls.update({ id, patch: { status: 'active' } });
    case 'delete':
      return tokenCalls.remove(id);
    case 'discard':
      return tokenCalls.remove(newTokenId(replacement));
  }
}

/** The new token does not work any more: taking the old one away would leave nothing. */
export class SpoiledError extends Error {
  constructor(words: string) {
    super(words);
    this.name = 'SpoiledError';
  }
}

/** Whoever may not look takes the risk: the server then refuses the change, too, most of the time. */
async function demandNewToken(id: string): Promise<void> {
  let token: Token;
  try {
    token = await request<Token>(`/api/v2/authorizations/${id}`);
  } catch (error) {
    if (missingPermission(error)) return;
    if (isNotFound(error))
      throw new SpoiledError('The new token is gone: the old one was left as it is');
    throw error;
  }
  if (token.status === 'inactive') {
    throw new SpoiledError('The new token is inactive: the old one was left as it is');
  }
}

/** As it was wanted already. */
async function removed(call: ApiCall): Promise<void> {
  try {
    await send<undefined>(call);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

async function perform({ change, replacement }: ReplacementChange): Promise<ReplacementEvent> {
  const call = changeCall(change, replacement);
  switch (change) {
    case 'create': {
      const { id, token } = await send<Token>(call);
      return { type: 'created', made: { id, secret: token } };
    }
    case 'deactivate':
      await demandNewToken(newTokenId(replacement));
      await send<Token>(call);
      return { type: 'deactivated' };
    case 'reactivate':
      await send<Token>(call);
      return { type: 'reactivated' };
    case 'delete':
      await demandNewToken(newTokenId(replacement));
      await removed(call);
      return { type: 'deleted' };
    case 'discard':
      await removed(call);
      return { type: 'discarded' };
  }
}

const done: Record<Change, string> = {
  create: 'New token created',
  deactivate: 'Old token deactivated',
  reactivate: 'Old token active again',
  delete: 'Old token deleted',
  discard: 'New token deleted',
};

/** The answer goes to the replacement, also when its page is left meanwhile. Nothing of a secret stays in the cache. */
export const replacementMutation = mutationOptions({
  mutationFn: async (variables: ReplacementChange): Promise<undefined> => {
    const { server, replacement } = variables;
    dispatch(server, replacement.old.id, await perform(variables));
    return undefined;
  },
  meta: {
    done: ({ change }: ReplacementChange) => done[change],
    errorShownInForm: true,
    changesCaller: true,
    calls: ({ change, replacement }: ReplacementChange) => [changeCall(change, replacement)],
  },
});
