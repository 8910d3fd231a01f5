import { useSuspenseQuery } from '@tanstack/react-query';
import { connection } from '@/api/client';
import { ownTokens } from '@/api/ownTokens';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { classify } from '@/lib/permissionClasses';
import type { Replacement } from '@/lib/replacementRecord';
import { newTokenIds, secretOf } from '@/lib/replacementRecord';

function isInUse(secret: string | undefined): boolean {
  const { credentials } = connection();
  return credentials?.kind === 'token' && credentials.token === secret;
}

/** Whether the old token is the credential in use: the new one, whose secret is known, is told from it. Suspends. */
export function useOwnership(replacement: Replacement): 'certain' | 'maybe' | 'no' {
  const { data: tokens } = useSuspenseQuery(tokenQueries.all);
  const { types } = useSurroundings();
  const { caller } = useCaller();
  const secret = secretOf(replacement);
  if (isInUse(secret)) return 'no';
  const made = new Set(secret === undefined ? [] : newTokenIds(replacement));
  const own = ownTokens(
    tokens.filter(({ id }) => !made.has(id)),
    caller,
    ({ permissions }) => classify(permissions, types).class === 'operator',
  );
  if (!own.ids.has(replacement.old.id)) return 'no';
  return own.isCertain ? 'certain' : 'maybe';
}
