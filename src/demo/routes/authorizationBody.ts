import { refuse } from '@/demo/errors';
import type { AuthorizationRecord, DemoState, Permission } from '@/demo/state';

/** Tokens and v1 users look alike but for the path of `links.self`. */
export type AuthorizationPath = '/api/v2/authorizations' | '/private/legacy/authorizations';

/** Refused when its org or user is gone. `token` is what the answer shows of it. */
export function authorizationBody(
  state: DemoState,
  path: AuthorizationPath,
  record: AuthorizationRecord,
  token: string,
): Record<string, unknown> {
  const org = state.orgs.get(record.orgID) ?? refuse('not found', 'organization not found');
  const user = state.users.get(record.userID) ?? refuse('not found', 'user not found');
  return {
    id: record.id,
    token,
    status: record.status,
    description: record.description,
    orgID: record.orgID,
    org: org.name,
    userID: record.userID,
    user: user.name,
    permissions: record.permissions.map((permission) => permissionBody(state, permission)),
    links: { self: `${path}/${record.id}`, user: `/api/v2/users/${record.userID}` },
    createdAt: record.createdAt,
    updatedAt: record.updatedAt,
  };
}

/** Rows whose org or user is gone are left out. */
export function authorizationListBody(
  state: DemoState,
  path: AuthorizationPath,
  records: readonly AuthorizationRecord[],
  shownToken: (record: AuthorizationRecord) => string,
): Record<string, unknown> {
  return {
    links: { self: path },
    authorizations: records
      .filter(({ orgID, userID }) => state.orgs.has(orgID) && state.users.has(userID))
      .map((record) => authorizationBody(state, path, record, shownToken(record))),
  };
}

/** With names for display; a resource that is gone has neither its name nor its org's. */
function permissionBody(
  state: DemoState,
  { action, resource }: Permission,
): Record<string, unknown> {
  const { type, id, orgID } = resource;
  const name = id === undefined ? '' : nameOf(state, type, id);
  const org = name === null || orgID === undefined ? undefined : state.orgs.get(orgID)?.name;
  return {
    action,
    resource: {
      type,
      ...(id === undefined ? {} : { id }),
      ...(orgID === undefined ? {} : { orgID }),
      ...(name ? { name } : {}),
      ...(org ? { org } : {}),
    },
  };
}

/** '' for types without names, null for a resource that is gone. */
function nameOf(state: DemoState, type: string, id: string): string | null {
  switch (type) {
    case 'buckets':
      return state.buckets.get(id)?.name ?? null;
    case 'orgs':
      return state.orgs.get(id)?.name ?? null;
    case 'users':
      return state.users.get(id)?.name ?? null;
    default:
      return '';
  }
}
