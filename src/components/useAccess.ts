import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { AccessColumnsMaker } from '@/lib/accessColumns';
import type { Access } from '@/lib/accessLookup';
import { accessOf } from '@/lib/accessLookup';
import type { Credential, Surroundings } from '@/lib/surroundings';
import { invertInWorker } from '@/worker/invertInWorker';
import { nextTask } from './access/inSlices';
import { useCredentials } from './useCredentials';
import { useSurroundings } from './useSurroundings';

let made = 0;

/** So many credentials a task: they are some milliseconds of this thread. */
const atOnce = 1_000;

export async function accessIn(
  credentials: readonly Credential[],
  around: Surroundings,
): Promise<Access> {
  const buckets = [...around.buckets.values()];
  const columns = new AccessColumnsMaker(buckets, around);
  for (const [position, credential] of credentials.entries()) {
    if (position > 0 && position % atOnce === 0) await nextTask();
    columns.add(credential);
  }
  return accessOf(await invertInWorker(columns.done()), credentials, buckets);
}

/**
 * Who reaches what, computed beside this thread. Suspends until the credentials are there, and is undefined until they
 * are sorted out for the first time; afterwards the last answer stays until the next one is.
 */
export function useAccess(): Access | undefined {
  const around = useSurroundings();
  const credentials = useCredentials();
  // Too large for a key: the number stands for them, and nothing but this component asks for it.
  const key = useMemo(() => ({ number: ++made, credentials, around }), [credentials, around]);
  const { data } = useQuery({
    queryKey: ['result', 'access', key.number],
    queryFn: () => accessIn(key.credentials, key.around),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    gcTime: 0,
  });
  return data;
}
