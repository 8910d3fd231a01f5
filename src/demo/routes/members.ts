import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goStruct, goText } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { pathID } from '@/demo/pathIDs';
import type { DemoState, MappingRecord, Permission, UserRecord } from '@/demo/state';
import { addMapping, findMapping, mappingsOf, removeMapping } from '@/demo/store/mappings';
import { userBody } from './users';

type Role = MappingRecord['role'];
type Asked = Pick<MappingRecord, 'type' | 'resourceID'> & { orgID: string };

function roleBody(role: Role, user: UserRecord): object {
  return { role, ...userBody(user) };
}

/** The org or bucket of the path. One that is missing, or whose org may not be read, is no page. */
function asked(c: Context<Env>, state: DemoState, type: 'orgs' | 'buckets'): Asked {
  const resourceID = pathID(c, 'id', 'corrupt ID provided: ');
  const orgID = type === 'orgs' ? resourceID : state.buckets.get(resourceID)?.orgID;
  const readable =
    orgID !== undefined &&
    state.orgs.has(orgID) &&
    allows(caller(c), { action: 'read', resource: { type: 'orgs', id: orgID } });
  if (!readable) refuse('not found', '404 page not found');
  return { type, resourceID, orgID };
}

/** For an org it prints as `write:orgs/O/orgs/O`; to read one needs the org alone. */
function needed(action: Permission['action'], { type, resourceID, orgID }: Asked): Permission {
  const readsOrg = action === 'read' && type === 'orgs';
  return { action, resource: { type, id: resourceID, ...(readsOrg ? {} : { orgID }) } };
}

const BODY = goStruct('tenant.postURMRequest', { id: goText() });

async function readMember(c: Context<Env>, state: DemoState): Promise<UserRecord> {
  const { id } = await readGoBody(c, BODY, UNWRAPPED);
  if (id === '') refuse('invalid', 'user id missing or invalid');
  const problem = idProblem(id);
  if (problem !== null) refuse('invalid', problem);
  return state.users.get(id.toLowerCase()) ?? refuse('not found', 'user not found');
}

function listMembers(state: DemoState, resource: Asked, role: Role): object[] {
  return mappingsOf(state, resource)
    .filter((mapping) => mapping.role === role)
    .flatMap(({ userID }) => {
      const user = state.users.get(userID);
      return user ? [roleBody(role, user)] : [];
    });
}

function routesOf(app: App, state: DemoState, type: 'orgs' | 'buckets', role: Role): void {
  const path = `/api/v2/${type}/:id/${role}s`;

  app.get(path, (c) => {
    const resource = asked(c, state, type);
    demand(caller(c), needed('read', resource));
    const self = `/api/v2/${type}/${resource.resourceID}/${role}s`;
    return tabbed(c, { links: { self }, users: listMembers(state, resource, role) });
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
  for (const type of ['orgs', 'buckets'] as const) {
    for (const role of ['member', 'owner'] as const) routesOf(app, state, type, role);
  }
}
