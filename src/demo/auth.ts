import { refuse } from './errors';
import { passwordProblem } from './passwords';
import { anyCovers, permissionText } from './permissions';
import { queryOf } from './queryValues';
import type { AuthorizationRecord, Caller, DemoState, Permission } from './state';
import { renewSession, sessionPermissions } from './store/sessions';

export const SESSION_COOKIE = 'influxdb-oss-session';

export interface Basic {
  username: string;
  password: string;
}

/** Null where the header is absent or is not Basic. */
export function readBasic(request: Request): Basic | null {
  const match = /^basic (.*)$/i.exec(request.headers.get('Authorization') ?? '');
  if (match?.[1] === undefined) return null;
  try {
    if (!/^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(match[1])) return null;
    const bytes = Uint8Array.from(atob(match[1]), (character) => character.charCodeAt(0));
    const text = new TextDecoder().decode(bytes);
    const colon = text.indexOf(':');
    if (colon < 0) return null;
    return { username: text.slice(0, colon), password: text.slice(colon + 1) };
  } catch {
    return null;
  }
}

export function readCookie(request: Request): string | null {
  for (const pair of (request.headers.get('Cookie') ?? '').split(';')) {
    const [name, ...value] = pair.trim().split('=');
    if (name === SESSION_COOKIE) return value.join('=').replace(/^"(.*)"$/, '$1');
  }
  return null;
}

/** The server has no keys for JWTs: what parses as one is never looked up. */
function isJwtShaped(token: string): boolean {
  const parts = token.split('.');
  if (parts.length !== 3) return false;
  try {
    const header: unknown = JSON.parse(
      atob((parts[0] ?? '').replaceAll('-', '+').replaceAll('_', '/')),
    );
    return typeof header === 'object' && header !== null;
  } catch {
    return false;
  }
}

function findByToken(
  records: ReadonlyMap<string, AuthorizationRecord>,
  token: string,
): AuthorizationRecord | undefined {
  if (token === '') return undefined;
  for (const record of records.values()) if (record.token === token) return record;
  return undefined;
}

/** Any status but one counts as active. */
function userIsActive(state: DemoState, userID: string): boolean {
  const user = state.users.get(userID);
  return user !== undefined && user.status !== 'inactive';
}

function denied(): never {
  refuse('unauthorized', 'unauthorized access', { writer: 'old' });
}

function callerByToken(state: DemoState, token: string): Caller {
  const authorization = isJwtShaped(token) ? undefined : findByToken(state.tokens, token);
  if (!authorization) denied();
  const { userID, permissions } = authorization;
  return { kind: 'token', userID, authorization, permissions };
}

function callerBySession(state: DemoState, key: string | null): Caller {
  const session = key === null ? null : renewSession(state, key);
  if (!session) denied();
  const { userID } = session;
  return { kind: 'session', userID, permissions: sessionPermissions(state, userID) };
}

/** `/api/v2` and `/private`: a token header before the session cookie; the token's own status is not checked. */
export function authenticate(request: Request, state: DemoState): Caller {
  const header = /^(?:token|bearer) (.*)$/i.exec(request.headers.get('Authorization') ?? '');
  const caller =
    header?.[1] === undefined
      ? callerBySession(state, readCookie(request))
      : callerByToken(state, header[1]);
  if (!userIsActive(state, caller.userID)) {
    refuse('forbidden', 'User is inactive', { writer: 'old' });
  }
  return caller;
}

interface V1Credentials {
  username?: string;
  secret: string;
}

/** The first form that is there decides; a cookie and `Bearer` do not count. */
function readV1Credentials(request: Request): V1Credentials | null {
  const query = queryOf(request);
  const u = query.get('u');
  const p = query.get('p');
  if (u && p) return { username: u, secret: p };
  const header = request.headers.get('Authorization') ?? '';
  const token = /^Token ([^ ]+)$/.exec(header)?.[1];
  if (token !== undefined) return { secret: token.slice(token.indexOf(':') + 1) };
  const basic = readBasic(request);
  return basic === null ? null : { username: basic.username, secret: basic.password };
}

function findV1(state: DemoState, { username, secret }: V1Credentials): Caller | null {
  const v1User = username === undefined ? undefined : findByToken(state.v1Users, username);
  if (v1User) {
    if (v1User.password !== secret || passwordProblem(state, secret) !== null) return null;
    const { userID, permissions } = v1User;
    return { kind: 'v1', userID, authorization: v1User, permissions };
  }
  const authorization = isJwtShaped(secret) ? undefined : findByToken(state.tokens, secret);
  if (!authorization) return null;
  const { userID, permissions } = authorization;
  return { kind: 'token', userID, authorization, permissions };
}

/** `/write` and `/query`: `?u=&p=`, `Token`, Basic. The org is always the authorization's. */
export function authenticateV1(request: Request, state: DemoState): Caller {
  const credentials = readV1Credentials(request);
  if (!credentials) denied();
  const caller = findV1(state, credentials);
  if (caller?.authorization?.status !== 'active' || !userIsActive(state, caller.userID)) {
    refuse('unauthorized', 'Unauthorized', { writer: 'old' });
  }
  return caller;
}

function isInactive(caller: Caller): boolean {
  return caller.authorization?.status === 'inactive';
}

export function allows(caller: Caller, needed: Permission): boolean {
  return !isInactive(caller) && anyCovers(caller.permissions, needed);
}

export function demand(caller: Caller, needed: Permission): void {
  if (isInactive(caller)) refuse('unauthorized', 'token is inactive');
  if (!anyCovers(caller.permissions, needed)) {
    refuse('unauthorized', `${permissionText(needed)} is unauthorized`);
  }
}
