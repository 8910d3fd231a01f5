import { snowflake } from '@/demo/ids';
import type { DemoState, UserRecord } from '@/demo/state';

export function findUserByName(state: DemoState, name: string): UserRecord | undefined {
  for (const user of state.users.values()) if (user.name === name) return user;
  return undefined;
}

export function createUser(
  state: DemoState,
  draft: Partial<UserRecord> & Pick<UserRecord, 'name'>,
): UserRecord {
  const user: UserRecord = { id: snowflake(state), status: 'active', ...draft };
  state.users.set(user.id, user);
  return user;
}

/** Keeps the user's tokens and v1 users. */
export function removeUser(state: DemoState, id: string): void {
  state.users.delete(id);
  state.mappings = state.mappings.filter((mapping) => mapping.userID !== id);
}
