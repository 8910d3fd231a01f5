import type { Context } from 'hono';
import { caller } from '@/demo/app';
import type { App, Env } from '@/demo/app';
import { demand } from '@/demo/auth';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody, UNWRAPPED } from '@/demo/goBody';
import { goStruct, goText } from '@/demo/goShape';
import { idProblem, timestamp } from '@/demo/ids';
import { passwordProblem } from '@/demo/passwords';
import { pathID } from '@/demo/pathIDs';
import { queryOf, queryText } from '@/demo/queryValues';
import type { AuthorizationRecord, DemoState, Permission } from '@/demo/state';
import { createV1User } from '@/demo/store/authorizations';
import { demandAuthorization, demandCreation, readableAuthorizations } from './authorizationAccess';
import { authorizationBody, authorizationListBody } from './authorizationBody';
import {
  existingAuthorization,
  filterAuthorizations,
  namedOrgID,
  namedUserID,
  readFilter,
} from './authorizationFilter';
import {
  AUTHORIZATION_UPDATE,
  checkDraft,
  readStatus,
  V1_USER_DRAFT,
} from './authorizationRequests';

const PATH = '/private/legacy/authorizations';
const MALFORMED = { code: 'invalid', prefix: 'invalid json structure: ' } as const;
const PASSWORD = goStruct('authorization.passwordSetRequest', { password: goText() });

export function v1UserRoutes(app: App, state: DemoState): void {
  /** The token is the user name: never a secret. */
  const body = (record: AuthorizationRecord) =>
    authorizationBody(state, PATH, record, record.token);

  app.get(PATH, (c) => {
    const query = queryOf(c.req);
    const records = readableAuthorizations(caller(c), find(state, query));
    // Names do not filter, but unknown ones are refused.
    namedUserID(state, query);
    namedOrgID(state, query);
    return tabbed(
      c,
      authorizationListBody(state, PATH, records, (record) => record.token),
    );
  });
  app.post(PATH, async (c) => {
    const draft = await readGoBody(c, V1_USER_DRAFT, MALFORMED);
    const userID = draft.userID === '' ? caller(c).userID : draft.userID;
    const checked = { ...checkDraft(draft), userID };
    const { token, description } = draft;
    if (token === '') refuse('invalid', 'token required for v1 user authorization type');
    demandCreation(state, caller(c), checked);
    if (findByName(state, token)) refuse('conflict', 'token already exists');
    if (!checked.permissions.every((permission) => hasBucket(state, permission))) {
      refuse('not found', 'bucket not found when creating auth');
    }
    return tabbed(c, body(createV1User(state, { ...checked, token, description })), 201);
  });
  app.get(`${PATH}/:id`, (c) => {
    const record = existingAuthorization(state.v1Users, pathID(c, 'id'));
    demandAuthorization(caller(c), 'read', record);
    return tabbed(c, body(record));
  });
  app.patch(`${PATH}/:id`, async (c) => {
    const id = pathID(c, 'id');
    const change = await readGoBody(c, AUTHORIZATION_UPDATE, UNWRAPPED);
    const record = existingAuthorization(state.v1Users, id);
    demandAuthorization(caller(c), 'read', record);
    demandAuthorization(caller(c), 'write', record);
    const status = change.status === undefined ? record.status : readStatus(change.status);
    if (status === null) refuse('invalid', 'unknown authorization status');
    const description = change.description ?? record.description;
    const updated = { ...record, status, description, updatedAt: timestamp(state) };
    state.v1Users.set(id, updated);
    return tabbed(c, body(updated));
  });
  app.delete(`${PATH}/:id`, (c) => {
    const record = existingAuthorization(state.v1Users, pathID(c, 'id'));
    demandAuthorization(caller(c), 'write', record);
    state.v1Users.delete(record.id);
    return c.body(null, 204);
  });
  app.post(`${PATH}/:id/password`, (c) => setPassword(c, state));
}

/** `token` finds one by its name and, unlike other filters, is refused when there is none. */
function find(state: DemoState, query: URLSearchParams): AuthorizationRecord[] {
  const filter = readFilter(query);
  const name = queryText(query, 'token');
  if (filter.id !== undefined || name === undefined) {
    return filterAuthorizations(state.v1Users, filter);
  }
  return [findByName(state, name) ?? refuse('not found', 'authorization not found')];
}

function findByName(state: DemoState, name: string): AuthorizationRecord | undefined {
  for (const record of state.v1Users.values()) if (record.token === name) return record;
  return undefined;
}

function hasBucket(state: DemoState, { resource: { type, id } }: Permission): boolean {
  return type !== 'buckets' || id === undefined || state.buckets.has(id);
}

async function setPassword(c: Context<Env>, state: DemoState): Promise<Response> {
  const { password } = await readGoBody(c, PASSWORD, { code: 'invalid', prefix: '' });
  const id = c.req.param('id') ?? '';
  if (idProblem(id) !== null) {
    refuse('internal error', 'invalid authorization ID provided in route');
  }
  const record = existingAuthorization(state.v1Users, id.toLowerCase());
  demand(caller(c), { action: 'write', resource: { type: 'users', id: record.userID } });
  const problem = passwordProblem(state, password);
  if (problem !== null) refuse('invalid', problem);
  state.v1Users.set(record.id, { ...record, password });
  return c.body(null, 204);
}
