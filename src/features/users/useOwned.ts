import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import { credentialOf } from '@/components/useCredentials';
import type { Credential } from '@/lib/surroundings';

export interface Owned {
  /** Tokens first. */
  credentials: readonly Credential[];
  isPending: boolean;
  /** Which kinds the server does not list to this credential. */
  hidden: readonly string[];
}

const none: readonly Token[] = [];

/** The tokens and v1 users of a user, as far as this credential may list them. Does not suspend. */
export function useOwned(userID: string): Owned {
  const [tokens, v1Users] = useQueries({ queries: [tokenQueries.all, v1UserQueries.all] });
  const { data: tokenRows = none } = tokens;
  const { data: v1Rows = none } = v1Users;
  const credentials = useMemo(() => {
    const isOwned = (row: Token) => row.userID === userID;
    return [
      ...tokenRows.filter(isOwned).map((row) => credentialOf(row, 'token')),
      ...v1Rows.filter(isOwned).map((row) => credentialOf(row, 'v1 user')),
    ];
  }, [tokenRows, v1Rows, userID]);
  return {
    credentials,
    isPending: tokens.isPending || v1Users.isPending,
    hidden: [...(tokens.isError ? ['tokens'] : []), ...(v1Users.isError ? ['v1 users'] : [])],
  };
}
