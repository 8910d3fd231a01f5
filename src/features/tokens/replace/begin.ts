import type { Token } from '@/api/tokens';
import type { Permission } from '@/lib/permissions';
import { anyCovers, distinct } from '@/lib/permissions';
import { beginReplacement } from '@/lib/replacement';
import type { Replacement } from '@/lib/replacementRecord';

/** The new token starts as the old one is. */
export function begunFor(token: Token): Replacement {
  const { id, description, status, orgID, userID } = token;
  const permissions = distinct(token.permissions);
  const old = { id, description, status, orgID, userID, permissions };
  return beginReplacement(old, { description, userID, permissions });
}

/** With a permission that was asked for by the address. */
export function granting(state: Replacement, permission: Permission | undefined): Replacement {
  if (!permission || state.step !== 'choose') return state;
  const { draft } = state;
  if (anyCovers(draft.permissions, permission)) return state;
  const permissions = distinct([...draft.permissions, permission]);
  return { ...state, draft: { ...draft, permissions } };
}
