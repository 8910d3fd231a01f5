import { caller } from '@/demo/app';
import type { App } from '@/demo/app';
import { queryOf } from '@/demo/queryValues';
import { refuse, tabbed } from '@/demo/errors';
import { readGoBody, UNWRAPPED } from '@/demo/goBody';
import { timestamp } from '@/demo/ids';
import { pathID } from '@/demo/pathIDs';
import type { AuthorizationRecord, DemoState } from '@/demo/state';
import { createToken } from '@/demo/store/authorizations';
import { atLeast } from '@/demo/versions';
import { demandAuthorization, demandCreation, readableAuthorizations } from './authorizationAccess';
import { authorizationBody, authorizationListBody } from './authorizationBody';
import {
  existingAuthorization,
  filterAuthorizations,
  namedOrgID,
  namedUserID,
  readFilter,
} from './authorizationFilter';
import { AUTHORIZATION_UPDATE, checkDraft, readStatus, TOKEN_DRAFT } from './authorizationRequests';

const PATH = '/api/v2/authorizations';
const MALFORMED = { code: 'invalid', prefix: 'invalid json structure: ' } as const;

export function tokenRoutes(app: App, state: DemoState): void {
  /** A server that hashes tokens shows them once, to who creates them. */
  const shown = (record: AuthorizationRecord): string => (state.hashesTokens ? '' : record.token);
  const body = (record: AuthorizationRecord) =>
    authorizationBody(state, PATH, record, shown(record));

  app.get(PATH, (c) => {
    const query = queryOf(c.req);
    const filter = readFilter(query);
    const found = filterAuthorizations(state.tokens, {
      ...filter,
      userID: filter.userID ?? namedUserID(state, query),
      orgID: filter.orgID ?? namedOrgID(state, query),
    });
    const records = readableAuthorizations(caller(c), found);
    return tabbed(c, authorizationListBody(state, PATH, records, shown));
  });
  app.post(PATH, async (c) => {
    const draft = await readGoBody(c, TOKEN_DRAFT, MALFORMED);
    const userID = draft.userID === '' ? caller(c).userID : draft.userID;
    const checked = { ...checkDraft(draft), userID };
    demandCreation(state, caller(c), checked);
    const record = createToken(state, { ...checked, description: draft.description });
    return tabbed(c, authorizationBody(state, PATH, record, record.token), 201);
  });
  app.get(`${PATH}/:id`, (c) => {
    const record = existingAuthorization(state.tokens, pathID(c, 'id'));
    demandAuthorization(caller(c), 'read', record);
    return tabbed(c, body(record));
  });
  app.patch(`${PATH}/:id`, async (c) => {
    const id = pathID(c, 'id');
    const change = await readGoBody(c, AUTHORIZATION_UPDATE, UNWRAPPED);
    const record = existingAuthorization(state.tokens, id);
    demandAuthorization(caller(c), 'read', record);
    demandAuthorization(caller(c), 'write', record);
    const status = change.status === undefined ? record.status : readStatus(change.status);
    if (status === null) refuse('invalid', unknownStatus(state.version));
    const description = change.description ?? record.description;
    const updated = { ...record, status, description, updatedAt: timestamp(state) };
    state.tokens.set(id, updated);
    return tabbed(c, body(updated));
  });
  app.delete(`${PATH}/:id`, (c) => {
    const record = existingAuthorization(state.tokens, pathID(c, 'id'));
    demandAuthorization(caller(c), 'write', record);
    state.tokens.delete(record.id);
    return c.body(null, 204);
  });
}

function unknownStatus(version: string): string {
  return `${atLeast(version, 2, 8) ? 'encodeAuthorization: ' : ''}unknown authorization status`;
}
