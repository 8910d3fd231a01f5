import { useSuspenseQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import type { Credential } from '@/lib/surroundings';

export function credentialOf(row: Token, kind: Credential['kind']): Credential {
  const { description, token, ...rest } = row;
  return { ...rest, kind, name: kind === 'token' ? description : token };
}

/** Every token and v1 user that the caller sees. Suspends. */
export function useCredentials(): readonly Credential[] {
  const [{ data: tokens }, { data: v1Users }] = useSuspenseQueries({
    queries: [tokenQueries.all, v1UserQueries.all],
  });
  return useMemo(
    () => [
      ...tokens.map((row) => credentialOf(row, 'token')),
      ...v1Users.map((row) => credentialOf(row, 'v1 user')),
    ],
    [tokens, v1Users],
  );
}
