import { notifications } from '@mantine/notifications';
import type { QueryKey } from '@tanstack/react-query';
import { MutationCache, QueryClient } from '@tanstack/react-query';
import { describe, HttpError, isAborted, NotInfluxError } from '@/api/errors';
import { noteFailure, noteSuccess } from '@/components/activityRecorder';
import { deniedText } from '@/components/deniedText';
import { doneText } from '@/components/doneText';
import type { ApiCall } from '@/lib/apiCall';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** Said when it has worked. */
      done?: string | ((variables: never, answer: never) => string);
      /** The screen that sent it says it: no notification. */
      isQuiet?: boolean;
      /** The form that sent it shows its error; otherwise a notification does. */
      errorShownInForm?: boolean;
      /** What it sends, to show after it ran. Absent where the answer is a secret. */
      calls?: (variables: never, answer?: never) => readonly ApiCall[];
      /** Queries about what this has removed: nobody asks them again. */
      isGone?: (variables: never, key: QueryKey) => boolean;
      /** It may change what the caller itself may do. */
      changesCaller?: boolean;
    };
  }
}

const retries = 2;

function isFinal(error: unknown): boolean {
  return error instanceof HttpError || error instanceof NotInfluxError || isAborted(error);
}

/** After any successful write everything is stale, except results of queries and who is asking. */
export function createQueryClient(retry = retries): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => failures < retry && !isFinal(error),
      },
    },
    mutationCache: new MutationCache({
      onSuccess(data, variables, _context, mutation) {
        const { meta } = mutation;
        noteSuccess(client, mutation, data);
        if (meta?.done && !meta.isQuiet) {
          notifications.show({ message: doneText(meta, { data, variables }), color: 'healthy' });
        }
        const kept = meta?.changesCaller ? ['result'] : ['result', 'caller'];
        return client.invalidateQueries({
          predicate: ({ queryKey }) =>
            !kept.includes(String(queryKey[0])) && !meta?.isGone?.(variables as never, queryKey),
        });
      },
      onError(error, _variables, _context, mutation) {
        noteFailure(client, mutation, error);
        if (mutation.meta?.errorShownInForm) return;
        const { title, detail } = describe(error);
        const message = deniedText(error, client) ?? detail;
        notifications.show({ title, message, color: 'danger', autoClose: false });
      },
    }),
  });
  return client;
}
