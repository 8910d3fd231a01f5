import { anyCovers, readOf } from '@/lib/permissions';
import type { Caller } from './caller';
import { connection } from './client';
import type { Token } from './tokens';

/** Which rows can be the credential in use. */
export interface OwnTokens {
  ids: ReadonlySet<string>;
  /** There is one, and it is the one. */
  isCertain: boolean;
}

const none: OwnTokens = { ids: new Set(), isCertain: true };

/** The value of the token that signs the calls. */
function usedValue(): string | undefined {
  const { credentials } = connection();
  return credentials?.kind === 'token' ? credentials.token : undefined;
}

/** Only what may read itself is listed to itself. */
export function mayListItself({ id, orgID, userID, permissions }: Token): boolean {
  return (
    anyCovers(permissions, readOf('authorizations', { id, orgID })) &&
    anyCovers(permissions, readOf('users', { id: userID }))
  );
}

/**
 * A server tells no token which row it is. The row is certain when its value is listed and equal, or when only one can
 * be it: active, of the caller's user, and as powerful as the caller was seen to be.
 */
export function ownTokens(
  rows: readonly Token[],
  { kind, user, isOperator, row: known }: Caller,
  isOperatorToken: (row: Token) => boolean,
  value = usedValue(),
): OwnTokens {
  if (kind !== 'token') return none;
  const equal = rows.find(({ token }) => token !== '' && token === value);
  if (equal) return { ids: new Set([equal.id]), isCertain: true };
  if (known?.isCertain) return { ids: new Set([known.id]), isCertain: true };
  const candidates = rows.filter(
    (row) =>
      row.token === '' &&
      row.status === 'active' &&
      (user?.id === undefined || row.userID === user.id) &&
      isOperatorToken(row) === isOperator &&
      (isOperator || mayListItself(row)),
  );
  return { ids: new Set(candidates.map(({ id }) => id)), isCertain: candidates.length === 1 };
}
