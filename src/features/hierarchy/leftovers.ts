import type { QueryClient } from '@tanstack/react-query';
import { mutationOptions } from '@tanstack/react-query';
import { bucketCalls, bucketQueries } from '@/api/buckets';
import { describe } from '@/api/errors';
import { send } from '@/api/send';
import { tokenCalls, tokenQueries } from '@/api/tokens';
import { v1UserCalls, v1UserQueries } from '@/api/v1Users';
import type { ApiCall } from '@/lib/apiCall';
import { joinedCredentials } from '@/components/useCredentials';
import type { Stage } from '@/lib/hierarchy';
import { markPrefix } from '@/lib/hierarchy';
import type { Credential, KnownBucket } from '@/lib/surroundings';

/** Something that a demonstration has made. */
export interface Leftover {
  kind: 'token' | 'v1 user' | 'bucket';
  id: string;
  name: string;
}

/** Credentials before buckets: nothing is left that could write where nothing is. */
export function leftoversIn(
  credentials: readonly Credential[],
  buckets: Iterable<KnownBucket>,
): Leftover[] {
  const isOurs = ({ name }: { name: string }) => name.startsWith(markPrefix);
  return [
    ...credentials.filter(isOurs).map(({ kind, id, name }) => ({ kind, id, name })),
    ...[...buckets].filter(isOurs).map(({ id, name }): Leftover => ({ kind: 'bucket', id, name })),
  ];
}

/** Asked anew: the calls that were tried have made something too. */
export async function madeBy(client: QueryClient, { mark, orgID }: Stage): Promise<Leftover[]> {
  const asNow = { staleTime: 0 };
  const [tokens, v1Users, buckets] = await Promise.all([
    client.fetchQuery({ ...tokenQueries.all, ...asNow }),
    client.fetchQuery({ ...v1UserQueries.all, ...asNow }),
    client.fetchQuery({ ...bucketQueries.inOrg(orgID), ...asNow }),
  ]);
  return leftoversIn(joinedCredentials(tokens, v1Users), buckets).filter(({ name }) =>
    name.startsWith(mark),
  );
}

const removals: Record<Leftover['kind'], (id: string) => ApiCall> = {
  token: tokenCalls.remove,
  'v1 user': v1UserCalls.remove,
  bucket: bucketCalls.remove,
};

export const removalOf = ({ kind, id }: Leftover): ApiCall => removals[kind](id);

/** Those that could not be removed, with the server's words; all others are gone. */
async function cleanUp(leftovers: readonly Leftover[]): Promise<string[]> {
  const problems: string[] = [];
  for (const leftover of leftovers) {
    try {
      await send(removalOf(leftover));
    } catch (error) {
      const { title, detail = title } = describe(error);
      problems.push(`${leftover.kind} ${leftover.name}: ${detail}`);
    }
  }
  return problems;
}

export const cleanUpMutation = mutationOptions({
  mutationFn: cleanUp,
  meta: {
    done: 'Demonstration cleaned up',
    calls: (leftovers: readonly Leftover[]) => leftovers.map(removalOf),
  },
});
