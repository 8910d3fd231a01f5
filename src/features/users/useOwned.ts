import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ownTokens } from '@/api/ownTokens';
import { resourceTypeQueries } from '@/api/resourceTypes';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import { useCaller } from '@/components/useCaller';
import { joinedCredentials } from '@/components/useCredentials';
import type { Classification } from '@/lib/permissionClasses';
import { classify, credentialClass, knownTypes } from '@/lib/permissionClasses';
import type { Credential } from '@/lib/surroundings';

export interface OwnedCredential extends Credential {
  classification: Classification;
  /** It is or may be what is signed in with. */
  mayBeInUse: boolean;
}

export interface Owned {
  /** Tokens first. */
  credentials: readonly OwnedCredential[];
  isPending: boolean;
  /** Which kinds the server does not list to this credential. */
  hidden: readonly string[];
}

const none: readonly Token[] = [];

/** The tokens and v1 users of a user, as far as this credential may list them. Does not suspend. */
export function useOwned(userID: string): Owned {
  const [tokens, v1Users, { data: types = knownTypes }] = useQueries({
    queries: [tokenQueries.all, v1UserQueries.all, resourceTypeQueries.all],
  });
  const { data: tokenRows = none } = tokens;
  const { data: v1Rows = none } = v1Users;
  const { caller } = useCaller();
  const credentials = useMemo(() => {
    const isOperator = ({ permissions }: Token) =>
      classify(permissions, types).class === 'operator';
    const own = ownTokens(tokenRows, caller, isOperator);
    return joinedCredentials(tokenRows, v1Rows)
      .filter((credential) => credential.userID === userID)
      .map((credential) => ({
        ...credential,
        classification: credentialClass(credential, types),
        mayBeInUse: own.ids.has(credential.id),
      }));
  }, [tokenRows, v1Rows, types, userID, caller]);
  return {
    credentials,
    isPending: tokens.isPending || v1Users.isPending,
    hidden: [...(tokens.isError ? ['tokens'] : []), ...(v1Users.isError ? ['v1 users'] : [])],
  };
}
