import { useSuspenseQuery } from '@tanstack/react-query';
import { ownTokens } from '@/api/ownTokens';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import { classify } from '@/lib/permissionClasses';

/** Whether a token is the credential in use. Suspends. */
export function useOwnership(tokenId: string): 'certain' | 'maybe' | 'no' {
  const { data: tokens } = useSuspenseQuery(tokenQueries.all);
  const { types } = useSurroundings();
  const { caller } = useCaller();
  const own = ownTokens(
    tokens,
    caller,
    ({ permissions }) => classify(permissions, types).class === 'operator',
  );
  if (!own.ids.has(tokenId)) return 'no';
  return own.isCertain ? 'certain' : 'maybe';
}
