export type Action = 'read' | 'write';

/** `name` and `org` are for display: the server adds them to answers and ignores them in requests. */
export interface PermissionResource {
  type: string;
  orgID?: string;
  id?: string;
  name?: string;
  org?: string;
}

export interface Permission {
  action: Action;
  resource: PermissionResource;
}

/** As the server prints it in its refusals: `read:orgs/O/buckets/B`, `read:users/U`, `write:orgs`. */
export function permissionText({ action, resource: { type, orgID, id } }: Permission): string {
  const org = orgID ? `orgs/${orgID}/` : '';
  return `${action}:${org}${type}${id ? `/${id}` : ''}`;
}

const printed = /^(read|write):(?:orgs\/([0-9a-f]{16})\/)?([A-Za-z]+)(?:\/([0-9a-f]{16}))?$/;

/** The inverse of `permissionText`; undefined for anything else. */
export function parsePermission(text: string): Permission | undefined {
  const match = printed.exec(text);
  const [, action, orgID, type, id] = match ?? [];
  if ((action !== 'read' && action !== 'write') || !type) return undefined;
  return { action, resource: { type, ...(orgID && { orgID }), ...(id && { id }) } };
}

/** Whether a granted permission covers a needed one. Write does not imply read. */
export function covers(granted: Permission, needed: Permission): boolean {
  if (granted.action !== needed.action) return false;
  const { type, orgID, id } = granted.resource;
  if (type === 'instance') return true;
  if (type !== needed.resource.type) return false;
  if (id) return id === needed.resource.id;
  return orgID === undefined || orgID === needed.resource.orgID;
}

export function anyCovers(granted: readonly Permission[], needed: Permission): boolean {
  return granted.some((permission) => covers(permission, needed));
}

export function readOf(type: string, place: Omit<PermissionResource, 'type'> = {}): Permission {
  return { action: 'read', resource: { type, ...place } };
}

export function writeOf(type: string, place: Omit<PermissionResource, 'type'> = {}): Permission {
  return { action: 'write', resource: { type, ...place } };
}

function isSame({ action, resource }: Permission, other: Permission): boolean {
  const { type, orgID, id } = other.resource;
  return (
    action === other.action &&
    resource.type === type &&
    (resource.orgID || '') === (orgID || '') &&
    (resource.id || '') === (id || '')
  );
}

/** Without duplicates and without display names. */
export function distinct(permissions: readonly Permission[]): Permission[] {
  const byPlace = new Map<string, Permission[]>();
  const some: Permission[] = [];
  for (const permission of permissions) {
    const { action, resource } = permission;
    const { type, orgID, id } = resource;
    const place = id || orgID || type;
    const alike = byPlace.get(place);
    if (alike?.some((other) => isSame(other, permission))) continue;
    const bare = { action, resource: { type, ...(orgID && { orgID }), ...(id && { id }) } };
    some.push(bare);
    if (alike) alike.push(bare);
    else byPlace.set(place, [bare]);
  }
  return some;
}
