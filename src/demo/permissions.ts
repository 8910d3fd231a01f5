import type { Action, Permission } from './state';

/** In the server's order; 2.4 and later. */
export const RESOURCE_TYPES = [
  'authorizations',
  'buckets',
  'dashboards',
  'orgs',
  'sources',
  'tasks',
  'telegrafs',
  'users',
  'variables',
  'scrapers',
  'secrets',
  'labels',
  'views',
  'documents',
  'notificationRules',
  'notificationEndpoints',
  'checks',
  'dbrp',
  'notebooks',
  'annotations',
  'remotes',
  'replications',
  'instance',
] as const;

const GRANTABLE = RESOURCE_TYPES.filter((type) => type !== 'instance');
const ACTIONS: readonly Action[] = ['read', 'write'];

/** What a set of permissions grants of one action and type. */
interface Scopes {
  everywhere: boolean;
  orgIDs: Set<string>;
  ids: Set<string>;
}

type Grants = Map<string, Scopes>;

function scopesOf(grants: Grants, key: string): Scopes {
  const known = grants.get(key);
  if (known) return known;
  const scopes: Scopes = { everywhere: false, orgIDs: new Set(), ids: new Set() };
  grants.set(key, scopes);
  return scopes;
}

function indexed(granted: readonly Permission[]): Grants {
  const grants: Grants = new Map();
  for (const { action, resource } of granted) {
    const scopes = scopesOf(grants, `${action}:${resource.type}`);
    if (resource.id !== undefined) scopes.ids.add(resource.id);
    else if (resource.orgID !== undefined) scopes.orgIDs.add(resource.orgID);
    else scopes.everywhere = true;
  }
  return grants;
}

/** A session may hold what 10,000 tokens grant, and a list asks once a row. */
const indexes = new WeakMap<readonly Permission[], Grants>();

/**
 * Whether what is granted covers what is needed. Write does not imply read; where both name an id, the orgs are not
 * compared. The set must not change afterwards.
 */
export function anyCovers(granted: readonly Permission[], needed: Permission): boolean {
  const grants = indexes.get(granted) ?? indexed(granted);
  indexes.set(granted, grants);
  const { action, resource } = needed;
  if (grants.has(`${action}:instance`)) return true;
  const scopes = grants.get(`${action}:${resource.type}`);
  if (!scopes) return false;
  const { orgID, id } = resource;
  return (
    scopes.everywhere ||
    (orgID !== undefined && scopes.orgIDs.has(orgID)) ||
    (id !== undefined && scopes.ids.has(id))
  );
}

/** As the server prints it: `read:orgs/O/buckets/B`, `read:users/U`, `read:buckets`. */
export function permissionText({ action, resource }: Permission): string {
  const org = resource.orgID === undefined ? '' : `orgs/${resource.orgID}/`;
  const id = resource.id === undefined ? '' : `/${resource.id}`;
  return `${action}:${org}${resource.type}${id}`;
}

function scoped(actions: readonly Action[], resources: Permission['resource'][]): Permission[] {
  return resources.flatMap((resource) => actions.map((action) => ({ action, resource })));
}

function ofOrg(orgID: string): Permission['resource'][] {
  return GRANTABLE.map((type) => (type === 'orgs' ? { type, id: orgID } : { type, orgID }));
}

/** 44: what the first token of a server may. */
export function operatorPermissions(): Permission[] {
  return scoped(
    ACTIONS,
    GRANTABLE.map((type) => ({ type })),
  );
}

/** 43: an all-access token as the `influx` CLI and the official UI make it. */
export function allAccessPermissions(orgID: string, userID: string): Permission[] {
  return GRANTABLE.flatMap((type) => {
    if (type === 'orgs') return scoped(['read'], [{ type, id: orgID }]);
    return scoped(ACTIONS, [type === 'users' ? { type, id: userID } : { type, orgID }]);
  });
}

/** 44: the session of an owner of the org. */
export function orgOwnerPermissions(orgID: string): Permission[] {
  return scoped(ACTIONS, ofOrg(orgID));
}

/** 22: the session of a member of the org. */
export function orgMemberPermissions(orgID: string): Permission[] {
  return scoped(['read'], ofOrg(orgID));
}

export function bucketMemberPermissions(bucketID: string): Permission[] {
  return scoped(['read'], [{ type: 'buckets', id: bucketID }]);
}

export function selfPermissions(userID: string): Permission[] {
  return scoped(ACTIONS, [{ type: 'users', id: userID }]);
}

/** Everything: the session of the user of the setup. */
export function instancePermissions(): Permission[] {
  return scoped(ACTIONS, [{ type: 'instance' }]);
}
