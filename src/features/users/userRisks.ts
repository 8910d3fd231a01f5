import type { User } from '@/api/users';
import { counted } from '@/lib/counted';
import { classify } from '@/lib/permissionClasses';
import type { Credential } from '@/lib/surroundings';

type Held = Pick<Credential, 'userID' | 'status' | 'permissions'>;

/** Whether nobody else is seen to hold an active operator token: only then may users be managed. */
export function isLastOperator(
  user: Pick<User, 'id'>,
  tokens: readonly Held[],
  users: readonly User[],
  types?: readonly string[],
): boolean {
  const isOperator = ({ status, permissions }: Held) =>
    status === 'active' && classify(permissions, types).class === 'operator';
  const active = new Set(users.filter(({ status }) => status === 'active').map(({ id }) => id));
  const holds = (isWanted: (userID: string) => boolean) =>
    tokens.some((token) => isWanted(token.userID) && isOperator(token));
  return holds((id) => id === user.id) && !holds((id) => id !== user.id && active.has(id));
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
