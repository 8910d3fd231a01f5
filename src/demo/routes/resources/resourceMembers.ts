import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { compact, refuse } from '@/demo/errors';
import { UNREPORTED, readGoBody } from '@/demo/goBody';
import { pathID } from '@/demo/pathIDs';
import { USER, userBody } from '@/demo/routes/users';
import type { DemoState, MappingRecord, UserRecord } from '@/demo/state';
import { addMapping, findMapping, mappingsOf, removeMapping } from '@/demo/store/mappings';
import { findResource } from '@/demo/store/resources';
import { existing, permission } from './kind';
import type { Kind } from './kind';

type Role = MappingRecord['role'];

async function readMember(c: Context, state: DemoState): Promise<UserRecord> {
  const { id } = await readGoBody(c, USER, UNREPORTED);
  if (id === '') refuse('invalid', 'user id missing or invalid');
  return state.users.get(id) ?? refuse('not found', 'user not found');
}

function routesOf(app: App, state: DemoState, kind: MemberKind, role: Role): void {
  const { type } = kind;
  const path = `${kind.path}/:id/${role}s`;

  // Of one that there is not, too: nobody has a role on it.
  app.get(path, (c) => {
    const resourceID = pathID(c, 'id');
    const record = findResource(state, type, resourceID);
    const mayRead = record && allows(caller(c), permission('read', record));
    const mappings = mayRead ? mappingsOf(state, { type, resourceID }) : [];
    const users = mappings
      .filter((mapping) => mapping.role === role)
      .sort((a, b) => (a.userID < b.userID ? -1 : 1))
      .flatMap(({ userID }) => state.users.get(userID) ?? [])
      .map((user) => ({ role, ...userBody(user) }));
    return compact(c, { links: { self: `/api/v2/${type}/${resourceID}/${role}s` }, users });
  });

  app.post(path, async (c) => {
    const resourceID = pathID(c, 'id');
    const user = await readMember(c, state);
    demand(caller(c), permission('write', existing(kind, c, state)));
    if (!addMapping(state, { userID: user.id, type, resourceID, role })) {
      refuse(
        'internal error',
        `Unexpected error when assigning user to a resource: mapping for user ${user.id} already exists`,
      );
    }
    return compact(c, { role, ...userBody(user) }, 201);
  });

  // Either path removes whatever role the user has.
  app.delete(`${path}/:userID`, (c) => {
    const resource = { type, resourceID: pathID(c, 'id') };
    const userID = pathID(c, 'userID');
    if (findMapping(state, resource, userID)) {
      demand(caller(c), permission('write', existing(kind, c, state)));
      removeMapping(state, resource, userID);
    }
    return c.body(null, 204);
  });
}

type MemberKind = Pick<Kind, 'type' | 'path' | 'missing'>;

/** Of the old generation, whose members and owners grant nothing. */
export function resourceMemberRoutes(app: App, state: DemoState, kind: MemberKind): void {
  for (const role of ['member', 'owner'] as const) routesOf(app, state, kind, role);
}
