import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { UNWRAPPED, readGoBody } from '@/demo/goBody';
import { goID, goPointer, goStruct, goText } from '@/demo/goShape';
import { idProblem } from '@/demo/ids';
import { cutPage, readPage, sortByID } from '@/demo/paging';
import { pathID } from '@/demo/pathIDs';
import { queryOf, queryText } from '@/demo/queryValues';
import type { DemoState, Permission, UserRecord } from '@/demo/state';
import { derivedPermissions } from '@/demo/store/sessions';
import { createUser, findUserByName, removeUser } from '@/demo/store/users';

export function userBody({ id, name, oauthID, status }: UserRecord): object {
  const links = { self: `/api/v2/users/${id}` };
  return { links, id, name, ...(oauthID ? { oauthID } : {}), status };
}

function userPermission(action: Permission['action'], id: string): Permission {
  return { action, resource: { type: 'users', id } };
}

function findUser(state: DemoState, id: string): UserRecord {
  return state.users.get(id) ?? refuse('not found', 'user not found');
}

function listed(c: Context, state: DemoState): UserRecord[] {
  const page = readPage(c);
  const id = queryText(queryOf(c.req), 'id');
  const name = queryText(queryOf(c.req), 'name');
  if (id) {
    const problem = idProblem(id);
    if (problem !== null) refuse('invalid', problem);
    return [findUser(state, id.toLowerCase())];
  }
  if (name) return [findUserByName(state, name) ?? refuse('not found', 'user not found')];
  return cutPage(sortByID(state.users.values(), page), page);
}

export const USER = goStruct('influxdb.User', {
  id: goID,
  name: goText(),
  oauthID: goText(),
  status: goText('influxdb.Status'),
});

function checkNewUser(state: DemoState, name: string, id: string): void {
  if (name === '') refuse('empty value', 'key required');
  if (findUserByName(state, name)) refuse('conflict', `user with name ${name} already exists`);
  if (state.users.has(id)) refuse('conflict', `user with ID ${id} already exists`);
}

const USER_UPDATE = goStruct('influxdb.UserUpdate', {
  name: goPointer(goText()),
  status: goPointer(goText('influxdb.Status')),
});

export function userRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/users', (c) => {
    const who = caller(c);
    const users = listed(c, state).filter(({ id }) => allows(who, userPermission('read', id)));
    return tabbed(c, { links: { self: '/api/v2/users' }, users: users.map(userBody) });
  });

  app.post('/api/v2/users', async (c) => {
    const body = await readGoBody(c, USER, UNWRAPPED);
    demand(caller(c), { action: 'write', resource: { type: 'users' } });
    const { id, name, oauthID } = body;
    checkNewUser(state, name, id);
    const user = createUser(state, {
      name,
      status: body.status || 'active',
      ...(oauthID === '' ? {} : { oauthID }),
      ...(id === '' ? {} : { id }),
    });
    return tabbed(c, userBody(user), 201);
  });

  app.get('/api/v2/users/:id', (c) => {
    const id = pathID(c, 'id');
    demand(caller(c), userPermission('read', id));
    return tabbed(c, userBody(findUser(state, id)));
  });

  app.patch('/api/v2/users/:id', async (c) => {
    const id = pathID(c, 'id');
    const { name, status } = await readGoBody(c, USER_UPDATE, UNWRAPPED);
    if (status !== undefined && status !== 'active' && status !== 'inactive') {
      refuse('invalid', 'invalid status: must be active or inactive');
    }
    demand(caller(c), userPermission('write', id));
    const user = findUser(state, id);
    if (name !== undefined && name !== user.name) {
      if (name === '') refuse('empty value', 'key required');
      if (findUserByName(state, name)) refuse('conflict', `user with name ${name} already exists`);
      user.name = name;
    }
    user.status = status ?? user.status;
    return tabbed(c, userBody(user));
  });

  app.delete('/api/v2/users/:id', (c) => {
    const id = pathID(c, 'id');
    demand(caller(c), userPermission('write', id));
    removeUser(state, findUser(state, id).id);
    return c.body(null, 204);
  });

  app.get('/api/v2/users/:id/permissions', (c) => {
    const id = pathID(c, 'id');
    demand(caller(c), userPermission('read', id));
    return tabbed(c, derivedPermissions(state, id));
  });
}
