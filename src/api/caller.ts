import { queryOptions } from '@tanstack/react-query';
import type { Classification } from '@/lib/permissionClasses';
import { classify } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import type { Connection } from './client';
import { connection, recovering, requestOver } from './client';
import { HttpError, isSignedOut, missingPermission } from './errors';
import { columnOf, influxqlTablesOver } from './influxql';
import { allPagesOver } from './pages';
import { mayListItself } from './ownTokens';
import { observe } from './observedAccess';
import type { Token, TokenList } from './tokens';
import type { User } from './users';

export interface CallerOrg {
  id: string;
  /** The server tells no name to a credential that may not read the org. */
  name?: string;
}

/** Who is signed in, and what is known about what it may do. */
export interface Caller {
  kind: 'token' | 'session' | 'v1';
  user?: { id?: string; name?: string };
  isOperator: boolean;
  /** Everything it holds is in `granted`. */
  isComplete: boolean;
  granted: readonly Permission[];
  /** Asked for and refused. */
  denied: readonly Permission[];
  /** Of `granted`, so a lower bound unless `isComplete`. Undefined when nothing is known. */
  classification?: Classification;
  /** The row of this credential among the tokens. */
  row?: { id: string; description: string; isCertain: boolean };
  orgs: readonly CallerOrg[];
  /** What the 1.x paths offer it; asked for only where nothing better is known. */
  databases: readonly string[];
}

type Attempt<T> = { answer: T } | { refused: unknown };

/** Missing permissions are an answer here; an unknown credential or a failing server is not. */
async function attempt<T>(over: Connection, path: string): Promise<Attempt<T>> {
  try {
    return { answer: await requestOver<T>(over, path) };
  } catch (error) {
    const isRefusal = error instanceof HttpError && [401, 404].includes(error.statusCode);
    if (isRefusal && !isSignedOut(error)) return { refused: error };
    throw error;
  }
}

function answerOf<T>(attempted: Attempt<T>): T | undefined {
  return 'answer' in attempted ? attempted.answer : undefined;
}

async function orgsOf(over: Connection): Promise<CallerOrg[]> {
  const orgs = await allPagesOver<{ id: string; name: string }>(over, {
    path: '/api/v2/orgs',
    key: 'orgs',
  });
  return orgs.map(({ id, name }) => ({ id, name }));
}

async function probeV1(over: Connection, username: string): Promise<Caller> {
  const tables = await influxqlTablesOver(over, { text: 'SHOW DATABASES' });
  return {
    kind: 'v1',
    user: { name: username },
    isOperator: false,
    isComplete: false,
    granted: [],
    denied: [],
    classification: { class: 'v1 user', olderSet: false },
    orgs: [],
    databases: columnOf(tables),
  };
}

/** An operator's row cannot be the one: the configuration was refused. */
function mayBeOwn(row: Token): boolean {
  return (
    row.status === 'active' && classify(row.permissions).class !== 'operator' && mayListItself(row)
  );
}

/** Certain when the value is listed and equal, or when one row alone can be it. */
function ownRow(rows: readonly Token[], over: Connection, userID?: string) {
  const value = over.credentials?.kind === 'token' ? over.credentials.token : undefined;
  const equal = rows.find(({ token }) => token !== '' && token === value);
  if (equal) return { row: equal, isCertain: true };
  const candidates = rows.filter(
    (row) => row.token === '' && mayBeOwn(row) && (!userID || row.userID === userID),
  );
  const [first, ...others] = candidates;
  if (!first) return undefined;
  const text = JSON.stringify(first.permissions);
  const areAlike = others.every(({ permissions }) => JSON.stringify(permissions) === text);
  return areAlike ? { row: first, isCertain: others.length === 0 } : undefined;
}

async function probeToken(
  over: Connection,
  me: Attempt<User>,
  options: ProbeOptions,
): Promise<Caller> {
  const refusedRead = 'refused' in me ? missingPermission(me.refused) : undefined;
  const user = answerOf(me) ?? { id: refusedRead?.resource.id };
  const [listed, types, orgs] = await Promise.all([
    attempt<TokenList>(over, '/api/v2/authorizations'),
    attempt<string[]>(over, '/api/v2/resources'),
    orgsOf(over),
  ]);
  const own = ownRow(answerOf(listed)?.authorizations ?? [], over, user.id);
  const base = { kind: 'token' as const, user, isOperator: false };
  if (!own) {
    const seen = await observe(over, orgs, options);
    const denied = [...(refusedRead ? [refusedRead] : []), ...seen.denied];
    return { ...base, ...seen, isComplete: false, denied };
  }
  const { row, isCertain } = own;
  const ownOrg = { id: row.orgID, name: row.org };
  return {
    ...base,
    user: { id: row.userID, name: row.user },
    isComplete: true,
    granted: row.permissions,
    denied: [],
    classification: classify(row.permissions, answerOf(types)),
    row: { id: row.id, description: row.description, isCertain },
    orgs: orgs.some(({ id }) => id === ownOrg.id) ? orgs : [...orgs, ownOrg],
    databases: [],
  };
}

/** A session holds what its user's memberships grant, plus the permissions of all tokens of that user. */
async function probeSession(over: Connection, user: User): Promise<Caller> {
  const [derived, listed, types, orgs] = await Promise.all([
    attempt<Permission[]>(over, `/api/v2/users/${user.id}/permissions`),
    attempt<TokenList>(over, '/api/v2/authorizations'),
    attempt<string[]>(over, '/api/v2/resources'),
    orgsOf(over),
  ]);
  const tokens = answerOf(listed)?.authorizations ?? [];
  const granted = [
    ...(answerOf(derived) ?? []),
    ...tokens.filter(({ userID }) => userID === user.id).flatMap(({ permissions }) => permissions),
  ];
  return {
    kind: 'session',
    user,
    isOperator: false,
    isComplete: 'answer' in derived,
    granted,
    denied: [],
    classification: granted.length > 0 ? classify(granted, answerOf(types)) : undefined,
    orgs,
    databases: [],
  };
}

async function probeOperator(over: Connection, kind: 'token' | 'session', user?: User) {
  return {
    kind,
    user,
    isOperator: true,
    isComplete: true,
    granted: [],
    denied: [],
    classification: { class: 'operator' as const, olderSet: false },
    orgs: await orgsOf(over),
    databases: [],
  };
}

interface ProbeOptions {
  /** Empty writes show what it may write. */
  asksWrites: boolean;
}

/** Asks what there is to ask, and stops when it is clear: no server tells a token its own permissions. */
export async function probeCaller(
  over: Connection,
  options: ProbeOptions = { asksWrites: true },
): Promise<Caller> {
  const { credentials } = over;
  if (credentials?.kind === 'v1') return probeV1(over, credentials.username);
  const kind = credentials?.kind ?? 'session';
  const [config, me] = await Promise.all([
    attempt<unknown>(over, '/api/v2/config'),
    attempt<User>(over, '/api/v2/me'),
  ]);
  const user = answerOf(me);
  if ('answer' in config) return probeOperator(over, kind, user);
  if (kind === 'session' && user) return probeSession(over, user);
  return probeToken(over, me, options);
}

export const callerQueries = {
  current: queryOptions({
    queryKey: ['caller'],
    queryFn: ({ signal }) => recovering(() => probeCaller(connection()), signal),
    staleTime: Infinity,
  }),
};
