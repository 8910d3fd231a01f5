import type { Caller } from '@/api/caller';
import type { User } from '@/api/users';
import { counted } from '@/lib/counted';
import { classify } from '@/lib/permissionClasses';
import type { Credential } from '@/lib/surroundings';

type Held = Pick<Credential, 'userID' | 'status' | 'permissions'>;

function isOperator({ status, permissions }: Held): boolean {
  return status === 'active' && classify(permissions).class === 'operator';
}

/** Whether nobody else is seen to hold an active operator token: only then may users be managed. */
export function isLastOperator(
  user: Pick<User, 'id'>,
  tokens: readonly Held[],
  users: readonly User[],
): boolean {
  const active = new Set(users.filter(({ status }) => status === 'active').map(({ id }) => id));
  const holds = (isWanted: (userID: string) => boolean) =>
    tokens.some((token) => isWanted(token.userID) && isOperator(token));
  return holds((id) => id === user.id) && !holds((id) => id !== user.id && active.has(id));
}

type Asking = Pick<Caller, 'kind' | 'user' | 'row' | 'classification'>;

/** Whether a token may be the one in use: deleting it would end what it is used for. */
export function mayBeInUse(credential: Credential, caller: Asking): boolean {
  const { kind, user, row, classification } = caller;
  if (kind !== 'token' || credential.kind !== 'token' || credential.userID !== user?.id) {
    return false;
  }
  if (row?.isCertain) return row.id === credential.id;
  return (
    credential.status === 'active' &&
    classify(credential.permissions).class === classification?.class
  );
}

/** `2 tokens and 1 v1 user` */
export function credentialsText(credentials: readonly Pick<Credential, 'kind'>[]): string {
  const tokens = credentials.filter(({ kind }) => kind === 'token').length;
  const v1Users = credentials.length - tokens;
  const parts = [
    ...(tokens > 0 ? [counted(tokens, 'token')] : []),
    ...(v1Users > 0 ? [counted(v1Users, 'v1 user')] : []),
  ];
  return parts.join(' and ');
}
