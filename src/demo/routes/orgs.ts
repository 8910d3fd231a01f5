import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { allows, demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody } from '@/demo/goBody';
import { goID, goPointer, goStruct, goText, goUnusedTime } from '@/demo/goShape';
import { timestamp } from '@/demo/ids';
import { cutPage, readPage, sortByID } from '@/demo/paging';
import type { Page } from '@/demo/paging';
import { lenientQueryID, pathID } from '@/demo/pathIDs';
import { queryOf, queryText } from '@/demo/queryValues';
import type { Caller, DemoState, OrgRecord, Permission } from '@/demo/state';
import { mappingsOfUser } from '@/demo/store/mappings';
import { createOrg, findOrgByName, removeOrg } from '@/demo/store/orgs';
import { atLeast } from '@/demo/versions';

/** The name stands unescaped in two links. */
export function orgBody({ id, name, description, createdAt, updatedAt }: OrgRecord): object {
  const self = `/api/v2/orgs/${id}`;
  const links = {
    buckets: `/api/v2/buckets?org=${name}`,
    dashboards: `/api/v2/dashboards?org=${name}`,
    labels: `${self}/labels`,
    logs: `${self}/logs`,
    members: `${self}/members`,
    owners: `${self}/owners`,
    secrets: `${self}/secrets`,
    self,
    tasks: `/api/v2/tasks?org=${name}`,
  };
  return { links, id, name, description, createdAt, updatedAt };
}

function orgPermission(action: Permission['action'], id: string): Permission {
  return { action, resource: { type: 'orgs', id } };
}

function findOrg(state: DemoState, id: string): OrgRecord {
  return state.orgs.get(id) ?? refuse('not found', 'organization not found');
}

/** The offset counts the user's roles on other resources too. */
function orgsOfUser(
  state: DemoState,
  userID: string,
  { limit, offset }: Pick<Page, 'limit' | 'offset'>,
): OrgRecord[] {
  return mappingsOfUser(state, userID)
    .slice(Math.max(offset, 0))
    .filter(({ type }) => type === 'orgs')
    .slice(0, limit)
    .flatMap(({ resourceID }) => state.orgs.get(resourceID) ?? []);
}

/** Who may not read all orgs is asked about those of its user. A malformed id does not filter. */
function listed(c: Context, state: DemoState, who: Caller): OrgRecord[] {
  const page = { ...readPage(c), after: undefined, descending: false };
  const id = lenientQueryID(c, 'orgID');
  const name = queryText(queryOf(c.req), 'org');
  if (id !== null) return [findOrg(state, id)];
  if (name) {
    const org = findOrgByName(state, name);
    return [org ?? refuse('not found', `organization name "${name}" not found`)];
  }
  const readsAll = allows(who, { action: 'read', resource: { type: 'orgs' } });
  const userID = lenientQueryID(c, 'userID') ?? (readsAll ? null : who.userID);
  if (userID !== null) return orgsOfUser(state, userID, page);
  return cutPage(sortByID(state.orgs.values(), page), page);
}

function checkName(state: DemoState, name: string): void {
  if (name.trim() === '') refuse('invalid', 'org name is empty');
  if (findOrgByName(state, name)) {
    refuse('conflict', `organization with name ${name} already exists`);
  }
}

const MALFORMED = { code: 'invalid', prefix: 'failed to unmarshal json: ' } as const;
const NEW_ORG = goStruct('influxdb.Organization', {
  id: goID,
  name: goText(),
  description: goText(),
  createdAt: goUnusedTime,
  updatedAt: goUnusedTime,
});
/** The name of the Go field stands in error texts where it has no other. */
const ORG_UPDATE = goStruct('influxdb.OrganizationUpdate', {
  Name: goPointer(goText()),
  description: goPointer(goText()),
});

export function orgRoutes(app: App, state: DemoState): void {
  app.get('/api/v2/orgs', (c) => {
    const who = caller(c);
    const orgs = listed(c, state, who).filter(({ id }) => allows(who, orgPermission('read', id)));
    return tabbed(c, { links: { self: '/api/v2/orgs' }, orgs: orgs.map(orgBody) });
  });

  app.post('/api/v2/orgs', async (c) => {
    const who = caller(c);
    const { name, description } = await readGoBody(c, NEW_ORG, MALFORMED);
    demand(who, { action: 'write', resource: { type: 'orgs' } });
    checkName(state, name);
    const org = createOrg(state, { name, description, ownerID: who.userID });
    return tabbed(c, orgBody(org), 201);
  });

  app.get('/api/v2/orgs/:id', (c) => {
    const id = pathID(c, 'id');
    demand(caller(c), orgPermission('read', id));
    return tabbed(c, orgBody(findOrg(state, id)));
  });

  app.patch('/api/v2/orgs/:id', async (c) => {
    const id = pathID(c, 'id');
    const { Name: name, description } = await readGoBody(c, ORG_UPDATE, MALFORMED);
    demand(caller(c), orgPermission('write', id));
    const org = findOrg(state, id);
    if (name !== undefined && name !== org.name) {
      checkName(state, name);
      org.name = name;
    }
    org.description = description ?? org.description;
    org.updatedAt = timestamp(state);
    return tabbed(c, orgBody(org));
  });

  app.delete('/api/v2/orgs/:id', (c) => {
    const id = pathID(c, 'id');
    demand(caller(c), orgPermission('write', id));
    if (!state.orgs.has(id)) {
      const outer = atLeast(state.version, 2, 9) ? `error deleting organization id: ${id}: ` : '';
      refuse('not found', `${outer}organization not found`);
    }
    removeOrg(state, id);
    return c.body(null, 204);
  });
}
