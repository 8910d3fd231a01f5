import { newToken, snowflake, timestamp } from '@/demo/ids';
import type { AuthorizationRecord, DemoState } from '@/demo/state';

type AuthorizationDraft = Pick<AuthorizationRecord, 'orgID' | 'userID' | 'permissions'> &
  Partial<Pick<AuthorizationRecord, 'token' | 'status' | 'description' | 'password'>>;

function createRecord(state: DemoState, draft: AuthorizationDraft): AuthorizationRecord {
  const createdAt = timestamp(state);
  return {
    id: snowflake(state),
    token: draft.token ?? newToken(state),
    status: 'active',
    description: '',
    createdAt,
    updatedAt: createdAt,
    ...draft,
  };
}

export function createToken(state: DemoState, draft: AuthorizationDraft): AuthorizationRecord {
  const record = createRecord(state, draft);
  state.tokens.set(record.id, record);
  return record;
}

/** `token` is the user name. */
export function createV1User(
  state: DemoState,
  draft: AuthorizationDraft & { token: string },
): AuthorizationRecord {
  const record = createRecord(state, draft);
  state.v1Users.set(record.id, record);
  return record;
}
