import { refuse } from '@/demo/errors';
import { queryID, queryText } from '@/demo/queryValues';
import type { AuthorizationRecord, DemoState } from '@/demo/state';
import { findOrgByName } from '@/demo/store/orgs';
import { findUserByName } from '@/demo/store/users';

export interface AuthorizationFilter {
  id: string | undefined;
  userID: string | undefined;
  orgID: string | undefined;
}

export function readFilter(query: URLSearchParams): AuthorizationFilter {
  const userID = queryID(query, 'userID');
  const orgID = queryID(query, 'orgID');
  return { userID, orgID, id: queryID(query, 'id') };
}

/** Ids of the names in the query; unknown names are refused. */
export function resolveNames(
  state: DemoState,
  query: URLSearchParams,
): { userID: string | undefined; orgID: string | undefined } {
  const user = queryText(query, 'user');
  const org = queryText(query, 'org');
  return {
    userID:
      user === undefined
        ? undefined
        : (findUserByName(state, user)?.id ?? refuse('not found', 'user not found')),
    orgID:
      org === undefined
        ? undefined
        : (findOrgByName(state, org)?.id ??
          refuse('not found', `organization name "${org}" not found`)),
  };
}

export function existingAuthorization(
  records: ReadonlyMap<string, AuthorizationRecord>,
  id: string,
): AuthorizationRecord {
  return records.get(id) ?? refuse('not found', 'authorization not found');
}

/** An `id` decides alone. */
export function filterAuthorizations(
  records: ReadonlyMap<string, AuthorizationRecord>,
  { id, userID, orgID }: AuthorizationFilter,
): AuthorizationRecord[] {
  if (id !== undefined) return [existingAuthorization(records, id)];
  return [...records.values()].filter(
    (record) =>
      (userID === undefined || record.userID === userID) &&
      (orgID === undefined || record.orgID === orgID),
  );
}
