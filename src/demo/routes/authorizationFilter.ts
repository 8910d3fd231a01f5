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

/** The id of the user named in the query; an unknown name is refused. */
export function namedUserID(state: DemoState, query: URLSearchParams): string | undefined {
  const name = queryText(query, 'user');
  if (name === undefined) return undefined;
  return findUserByName(state, name)?.id ?? refuse('not found', 'user not found');
}

/** The id of the org named in the query; an unknown name is refused. */
export function namedOrgID(state: DemoState, query: URLSearchParams): string | undefined {
  const name = queryText(query, 'org');
  if (name === undefined) return undefined;
  const org = findOrgByName(state, name);
  return org?.id ?? refuse('not found', `organization name "${name}" not found`);
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
