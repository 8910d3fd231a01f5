import { newToken } from '@/demo/ids';
import {
  bucketMemberPermissions,
  instancePermissions,
  orgMemberPermissions,
  orgOwnerPermissions,
  selfPermissions,
} from '@/demo/permissions';
import type { DemoState, MappingRecord, Permission, SessionRecord } from '@/demo/state';
import { mappingsOfUser } from './mappings';

const SESSION_LENGTH = 60 * 60_000;
const RENEWAL = 5 * 60_000;

export function createSession(state: DemoState, userID: string): SessionRecord {
  const session = { key: newToken(state), userID, expiresAt: state.now() + SESSION_LENGTH };
  state.sessions.set(session.key, session);
  return session;
}

/** Every use moves the expiry to five minutes from now, unless it is later already. */
export function renewSession(state: DemoState, key: string): SessionRecord | null {
  const session = state.sessions.get(key);
  if (!session) return null;
  if (session.expiresAt <= state.now()) {
    state.sessions.delete(key);
    return null;
  }
  session.expiresAt = Math.max(session.expiresAt, state.now() + RENEWAL);
  return session;
}

function mappingPermissions({ type, resourceID, role }: MappingRecord): Permission[] {
  switch (type) {
    case 'instance':
      return instancePermissions();
    case 'orgs':
      return role === 'owner' ? orgOwnerPermissions(resourceID) : orgMemberPermissions(resourceID);
    case 'buckets':
      return role === 'owner'
        ? [] // The server grants the owner of a bucket nothing.
        : bucketMemberPermissions(resourceID);
    default:
      return []; // Members of anything else are listed, and that is all.
  }
}

/** From the user's roles, and read and write of the user itself. */
export function derivedPermissions(state: DemoState, userID: string): Permission[] {
  const roles = mappingsOfUser(state, userID);
  return [...roles.flatMap(mappingPermissions), ...selfPermissions(userID)];
}

/** A session may also what any token of its user may, inactive ones included. */
export function sessionPermissions(state: DemoState, userID: string): Permission[] {
  const tokens = [...state.tokens.values()].filter((token) => token.userID === userID);
  return [...derivedPermissions(state, userID), ...tokens.flatMap((token) => token.permissions)];
}
