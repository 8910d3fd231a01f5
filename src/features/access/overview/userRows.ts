import { classOrder } from '@/lib/classOrder';
import type { TokenClass } from '@/lib/permissionClasses';
import { classify } from '@/lib/permissionClasses';
import type { Credential, Surroundings } from '@/lib/surroundings';

export interface UserRow {
  id: string;
  name: string;
  /** gone: only its credentials are left. unknown: the caller may not read the user. */
  status: 'active' | 'inactive' | 'gone' | 'unknown';
  tokens: number;
  v1Users: number;
  /** Of the active tokens the one that may most. */
  widest: TokenClass | undefined;
}

function wider(one: TokenClass | undefined, other: TokenClass): TokenClass {
  return one && classOrder.indexOf(one) <= classOrder.indexOf(other) ? one : other;
}

/** Every user, also those of whom only credentials are seen. */
export function userRows(
  credentials: readonly Credential[],
  { users, types, isComplete }: Surroundings,
): UserRow[] {
  const rows = new Map<string, UserRow>();
  const nothing = { tokens: 0, v1Users: 0, widest: undefined };
  for (const user of users.values()) rows.set(user.id, { ...user, ...nothing });
  for (const { kind, status, userID, user, permissions } of credentials) {
    let row = rows.get(userID);
    if (!row) {
      row = {
        id: userID,
        name: user || userID,
        status: isComplete ? 'gone' : 'unknown',
        ...nothing,
      };
      rows.set(userID, row);
    }
    if (kind === 'v1 user') row.v1Users += 1;
    else {
      row.tokens += 1;
      if (status === 'active') row.widest = wider(row.widest, classify(permissions, types).class);
    }
  }
  return [...rows.values()];
}
