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

/** Whether the granted permission covers the needed one. Write does not imply read. */
export function covers(granted: Permission, needed: Permission): boolean {
  if (granted.action !== needed.action) return false;
  const { type, orgID, id } = granted.resource;
  if (type === 'instance') return true;
  if (type !== needed.resource.type) return false;
  if (id !== undefined) return id === needed.resource.id;
  return orgID === undefined || orgID === needed.resource.orgID;
}

export function anyCovers(granted: readonly Permission[], needed: Permission): boolean {
  return granted.some((permission) => covers(permission, needed));
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

export function bucketOwnerPermissions(bucketID: string): Permission[] {
  return scoped(ACTIONS, [{ type: 'buckets', id: bucketID }]);
}

export function selfPermissions(userID: string): Permission[] {
  return scoped(ACTIONS, [{ type: 'users', id: userID }]);
}

/** Everything: the session of the user of the setup. */
export function instancePermissions(): Permission[] {
  return scoped(ACTIONS, [{ type: 'instance' }]);
}
