import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useParams } from 'react-router-dom';
import { tokenQueries } from '@/api/tokens';
import { useCaller } from '@/components/useCaller';
import { useSurroundings } from '@/components/useSurroundings';
import type { Surroundings } from '@/lib/surroundings';
import type { TokenRow } from './tokenRows';
import { tokenRows } from './tokenRows';

/** The token of the address. What it is among the others takes the list: own, last operator. Suspends. */
export function useTokenRow(): { row: TokenRow; around: Surroundings } {
  const { tokenId = '' } = useParams();
  const [{ data: token }, { data: tokens }] = useSuspenseQueries({
    queries: [tokenQueries.one(tokenId), tokenQueries.all],
  });
  const around = useSurroundings();
  const { caller } = useCaller();
  const row = useMemo(() => {
    const others = tokens.filter(({ id }) => id !== token.id);
    return tokenRows([token, ...others], around, caller)[0];
  }, [token, tokens, around, caller]);
  if (!row) throw new Error('a token without a row');
  return { row, around };
}
