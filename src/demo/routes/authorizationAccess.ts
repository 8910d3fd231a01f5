import { allows, demand } from '@/demo/auth';
import { refuse } from '@/demo/errors';
import type { Action, AuthorizationRecord, Caller, DemoState, Permission } from '@/demo/state';
import { grantProblem } from '@/demo/store/granting';
import type { checkDraft } from './authorizationRequests';

function needed(
  action: Action,
  { id, orgID, userID }: Pick<AuthorizationRecord, 'orgID' | 'userID'> & { id?: string },
): [Permission, Permission] {
  return [
    { action, resource: { type: 'authorizations', orgID, ...(id === undefined ? {} : { id }) } },
    { action, resource: { type: 'users', id: userID } },
  ];
}

export function demandAuthorization(
  caller: Caller,
  action: Action,
  record: AuthorizationRecord,
): void {
  for (const permission of needed(action, record)) demand(caller, permission);
}

/** What lists show: the authorization and its user must be readable. */
export function readableAuthorizations(
  caller: Caller,
  records: readonly AuthorizationRecord[],
): AuthorizationRecord[] {
  return records.filter((record) =>
    needed('read', record).every((permission) => allows(caller, permission)),
  );
}

/** Whether the caller may create it, for whom and where it may. */
export function demandCreation(
  state: DemoState,
  caller: Caller,
  { orgID, userID, permissions }: ReturnType<typeof checkDraft> & { userID: string },
): void {
  for (const permission of needed('write', { orgID, userID })) demand(caller, permission);
  const problem = grantProblem(caller.permissions, permissions, orgID);
  if (problem) refuse(problem.code, problem.message);
  if (!state.users.has(userID) || !state.orgs.has(orgID)) {
    refuse('invalid', 'unable to create token');
  }
}
