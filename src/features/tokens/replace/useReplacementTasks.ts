import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { open } from '@/api/client';
import { describe, HttpError, messageOf } from '@/api/errors';
import { signInAdvice } from '@/api/session';
import { NotProvenError, proveToken } from '@/api/tokenCheck';
import { tokenQueries } from '@/api/tokens';
import { areAlike } from '@/lib/alike';
import type { ReplacementEvent } from '@/lib/replacement';
import type { Replacement, ReplacementTask } from '@/lib/replacementRecord';
import { secretOf, withoutSecret } from '@/lib/replacementRecord';
import type { TokenProbe } from '@/lib/tokenProof';
import { newTokenDraft, replacementMutation, SpoiledError } from './replacementTasks';
import { dispatch, replacementOf, whileSent } from './replacementStore';

function failedEvent(task: ReplacementTask, error: unknown): ReplacementEvent {
  const { title, detail = messageOf(error) } =
    error instanceof NotProvenError || error instanceof SpoiledError
      ? { title: error.message, detail: '' }
      : describe(error);
  const advice = signInAdvice(error);
  return {
    type: 'failed',
    failure: { task, title, detail: advice ? `${detail}. ${advice}` : detail },
    isRefused: error instanceof HttpError && error.statusCode < 500,
  };
}

async function prove(state: Replacement, server: string, probes: readonly TokenProbe[]) {
  const over = open(server, { kind: 'token', token: secretOf(state) ?? '' });
  const lines = await proveToken(over, probes);
  return { type: 'proved' as const, proof: { at: Date.now(), lines } };
}

/** Does what a replacement says is running, until nothing is. */
export function useReplacementTasks(server: string) {
  const client = useQueryClient();
  const { mutateAsync } = useMutation(replacementMutation);
  return useCallback(
    (tokenId: string, probes: readonly TokenProbe[] = []) => {
      const alikeRows = async (state: Replacement) => {
        const rows = await client.fetchQuery({ ...tokenQueries.all, staleTime: 0 });
        const wanted = { ...newTokenDraft(state), userID: state.draft.userID };
        return rows.filter((row) => areAlike(row, wanted));
      };
      const perform = async (task: ReplacementTask, state: Replacement) => {
        if (task === 'prove') {
          dispatch(server, tokenId, await prove(state, server, probes));
        } else if (task === 'look') {
          const rows = await alikeRows(state);
          const made = rows.map(({ id, token }) => ({ id, ...(token && { secret: token }) }));
          dispatch(server, tokenId, { type: 'found', rows: made });
        } else {
          await mutateAsync({ server, change: task, replacement: withoutSecret(state) });
        }
      };
      const run = () =>
        whileSent(server, tokenId, async () => {
          for (
            let state = replacementOf(server, tokenId);
            state?.running;
            state = replacementOf(server, tokenId)
          ) {
            const { running } = state;
            try {
              await perform(running, state);
            } catch (error) {
              dispatch(server, tokenId, failedEvent(running, error));
            }
            if (replacementOf(server, tokenId) === state) return;
          }
        });
      return { run, alikeRows };
    },
    [client, mutateAsync, server],
  );
}
