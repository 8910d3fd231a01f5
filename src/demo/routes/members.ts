import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { pathID } from '@/demo/pathIDs';
import type { Caller, DemoState, MappingRecord, Permission, UserRecord } from '@/demo/state';
import { addMapping, findMapping, mappingsOf, removeMapping } from '@/demo/store/mappings';
import { findResource } from '@/demo/store/resources';
import { bucketReadPermission } from './bucketAccess';
import { permission } from './resources/kind';
import { USER, userBody } from './users';

type Role = MappingRecord['role'];
type Place = 'orgs' | 'buckets' | 'dashboards';
type Asked = { type: Place; resourceID: string; orgID: string };

function roleBody(role: Role, user: UserRecord): object {
  return { role, ...userBody(user) };
}

function readsOrg(who: Caller, id: string): boolean {
  return allows(who, { action: 'read', resource: { type: 'orgs', id } });
}

/** The org that it belongs to; undefined where it is missing or may not be read. */
function orgOf(state: DemoState, who: Caller, type: Place, id: string): string | undefined {
  if (type === 'orgs') return state.orgs.has(id) && readsOrg(who, id) ? id : undefined;
  if (type === 'buckets') {
    const bucket = state.buckets.get(id);
    return bucket && allows(who, bucketReadPermission(bucket)) ? bucket.orgID : undefined;
  }
  const dashboard = findResource(state, type, id);
  return dashboard && allows(who, permission('read', dashboard)) ? dashboard.orgID : undefined;
}

/** What the path names; one that is missing or may not be read is no page. */
function asked(c: Context<Env>, state: DemoState, type: Place): Asked {
  const resourceID = pathID(c, 'id', 'corrupt ID provided: ');
  const orgID = orgOf(state, caller(c), type, resourceID);
  return orgID === undefined
    ? refuse('not found', '404 page not found')
    : { type, resourceID, orgID };
}

/** For an org it prints as `write:orgs/O/orgs/O`; to read one needs the org alone. */
function needed(action: Permission['action'], { type, resourceID, orgID }: Asked): Permission {
  const readsOrg = action === 'read' && type === 'orgs';
  return { action, resource: { type, id: resourceID, ...(readsOrg ? {} : { orgID }) } };
}

async function readMember(c: Context<Env>, state: DemoState): Promise<UserRecord> {
  const { id } = await readGoBody(c, USER, UNWRAPPED);
  if (id === '') refuse('invalid', 'user id missing or invalid');
  return state.users.get(id) ?? refuse('not found', 'user not found');
}

/** By user id; empty where the resource itself may not be read. */
function listMembers(state: DemoState, who: Caller, resource: Asked, role: Role): object[] {
  if (!allows(who, needed('read', resource))) return [];
  return mappingsOf(state, resource)
    .filter((mapping) => mapping.role === role)
    .sort((a, b) => (a.userID < b.userID ? -1 : 1))
    .flatMap(({ userID }) => {
      const user = state.users.get(userID);
      return user ? [roleBody(role, user)] : [];
    });
}

function routesOf(app: App, state: DemoState, type: Place, role: Role): void {
  const path = `/api/v2/${type}/:id/${role}s`;

  app.get(path, (c) => {
    const resource = asked(c, state, type);
    if (!readsOrg(caller(c), resource.orgID)) refuse('not found', 'not found');
    const self = `/api/v2/${type}/${resource.resourceID}/${role}s`;
    const users = listMembers(state, caller(c), resource, role);
    return tabbed(c, { links: { self }, users });
  });

  app.post(path, async (c) => {
    const resource = asked(c, state, type);
    const user = await readMember(c, state);
    demand(caller(c), needed('write', resource));
    const { resourceID } = resource;
    if (!addMapping(state, { userID: user.id, type, resourceID, role })) {
      refuse(
        'internal error',
        `Unexpected error when assigning user to a resource: mapping for user ${user.id} already exists`,
      );
    }
    return tabbed(c, roleBody(role, user), 201);
  });

  // Either path removes whatever role the user has.
  app.delete(`${path}/:userID`, (c) => {
    const resource = asked(c, state, type);
    const userID = pathID(c, 'userID');
    if (findMapping(state, resource, userID)) {
      demand(caller(c), needed('write', resource));
      removeMapping(state, resource, userID);
    }
    return c.body(null, 204);
  });
}

export function memberRoutes(app: App, state: DemoState): void {
  for (const type of ['orgs', 'buckets', 'dashboards'] as const) {
    for (const role of ['member', 'owner'] as const) routesOf(app, state, type, role);
  }
}
