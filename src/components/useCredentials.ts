import { useSuspenseQueries } from '@tanstack/react-query';
import type { Token } from '@/api/tokens';
import { tokenQueries } from '@/api/tokens';
import { v1UserQueries } from '@/api/v1Users';
import type { Credential } from '@/lib/surroundings';

export function credentialOf(row: Token, kind: Credential['kind']): Credential {
  const { description, token, ...rest } = row;
  return { ...rest, kind, name: kind === 'token' ? description : token };
}

interface Joined {
  v1Users: readonly Token[];
  credentials: readonly Credential[];
}

const known = new WeakMap<readonly Token[], Joined>();

/** The same list for the same answers, so that what is worked out from it is kept by it. Tokens first. */
export function joinedCredentials(
  tokens: readonly Token[],
  v1Users: readonly Token[],
): readonly Credential[] {
  const before = known.get(tokens);
  if (before?.v1Users === v1Users) return before.credentials;
  const credentials = [
    ...tokens.map((row) => credentialOf(row, 'token')),
    ...v1Users.map((row) => credentialOf(row, 'v1 user')),
  ];
  known.set(tokens, { v1Users, credentials });
  return credentials;
}

/** Every token and v1 user that the caller sees. Suspends. */
export function useCredentials(): readonly Credential[] {
  const [{ data: tokens }, { data: v1Users }] = useSuspenseQueries({
    queries: [tokenQueries.all, v1UserQueries.all],
  });
  return joinedCredentials(tokens, v1Users);
}
