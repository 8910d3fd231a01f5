import type { ApiCall } from './apiCall';
import type { Level } from './levels';
import { permissionWords } from './permissionWords';
import type { Permission } from './permissions';
import { anyCovers } from './permissions';
import { presetOf } from './presets';
import type { Surroundings } from './surroundings';

export interface NamedBucket {
  id: string;
  name: string;
}

/** Where the calls are tried. */
export interface Stage {
  /** Begins the name of everything that is made here. */
  mark: string;
  orgID: string;
  /** The bucket of the read/write token and of the v1 user. */
  own: NamedBucket;
  /** A bucket they know nothing of. */
  other: NamedBucket;
  /** Line protocol; a comment stores nothing, and is refused all the same. */
  line: string;
}

export interface TrialCall {
  key: string;
  label: string;
  call: (stage: Stage, level: Level) => ApiCall;
  /** What the server asks for. `operator`: everything there is. */
  needed?: (stage: Stage) => Permission | 'operator';
  /** A list: where its rows stand in the answer. It is never refused, only shorter. */
  list?: string;
  /** Of the viewer: nothing is expected of it. */
  isOwn?: boolean;
}

/** What the server said: status 0 when it did not answer. */
export interface TrialAnswer {
  status: number;
  text: string;
}

/** Everything that is made for a demonstration has a name that begins so. */
export const markPrefix = 'headgate-demo-';

export interface LevelPlace {
  orgID: string;
  /** The owner. */
  userID: string;
  types: readonly string[];
  bucketID: string;
}

/** What a credential of the level holds. */
export function levelPermissions(
  level: Level,
  { orgID, userID, types, bucketID }: LevelPlace,
): Permission[] {
  const buckets = [bucketID];
  const key = level === 'v1 user' || level === 'read/write' ? 'read-write' : level;
  const preset = presetOf(key);
  return preset?.build({ orgID, userID, types, readBuckets: buckets, writeBuckets: buckets }) ?? [];
}

export type Verdict = 'allowed' | 'denied' | 'nothing shown' | 'failed';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

/** Of InfluxQL: failures come with status 200. */
function statementError(json: unknown): string | undefined {
  const results = field(json, 'results');
  const error = Array.isArray(results) ? field(results[0], 'error') : undefined;
  return typeof error === 'string' ? error : undefined;
}

export interface Outcome {
  verdict: Verdict;
  /** The server's own, or how many rows it gave. */
  words: string;
}

function refusalWords(text: string, json: unknown): string {
  const message = field(json, 'message') ?? field(json, 'error');
  return typeof message === 'string' ? message : text;
}

export function outcomeOf({ list }: Pick<TrialCall, 'list'>, answer: TrialAnswer): Outcome {
  const { status, text } = answer;
  const json = parsed(text);
  if (status === 0 || status >= 500) return { verdict: 'failed', words: refusalWords(text, json) };
  if (status >= 400) return { verdict: 'denied', words: refusalWords(text, json) };
  const error = statementError(json);
  if (error !== undefined) return { verdict: 'denied', words: error };
  if (list === undefined) return { verdict: 'allowed', words: '' };
  const rows = field(json, list);
  const count = Array.isArray(rows) ? rows.length : 0;
  return { verdict: count === 0 ? 'nothing shown' : 'allowed', words: `${count} shown` };
}

export interface Actor {
  level: Level;
  permissions: readonly Permission[];
}

function isApiPath({ path }: ApiCall): boolean {
  return path.startsWith('/api/') || path.startsWith('/private/');
}

/** Why it is refused, as Headgate sees it before anything is sent; undefined: it is not. Lists are never refused. */
export function obstacle(
  { call, needed }: TrialCall,
  { level, permissions }: Actor,
  stage: Stage,
  around: Surroundings,
): string | undefined {
  if (level === 'v1 user' && isApiPath(call(stage, level))) {
    return 'A v1 user is known on /write and /query only.';
  }
  const wanted = needed?.(stage);
  if (wanted === undefined) return undefined;
  if (wanted === 'operator') {
    return level === 'operator' ? undefined : 'Only an operator may: it asks for everything.';
  }
  if (anyCovers(permissions, wanted)) return undefined;
  return `It may not ${permissionWords(wanted, around)}.`;
}

/** Whether the server did what Headgate expects; undefined where Headgate expects nothing. */
export function isAsExpected(refusedBecause: string | undefined, { verdict }: Outcome): boolean {
  if (verdict === 'failed') return false;
  return (refusedBecause !== undefined) === (verdict === 'denied');
}

/** Why a path of the viewer cannot be sent; null: it can. */
export function ownCallProblem(path: string): string | null {
  return /^\/(?!\/)\S*$/.test(path) ? null : 'A path begins with one / and has no spaces';
}

/** A body that is JSON goes out as JSON, anything else as it is. */
export function ownCall(typed: {
  method: ApiCall['method'];
  path: string;
  body: string;
}): TrialCall {
  const { method, body } = typed;
  const [path = '', search = ''] = typed.path.split('?', 2);
  const query = Object.fromEntries(new URLSearchParams(search));
  const sent = method === 'GET' || body === '' ? {} : { body: parsed(body) ?? body };
  return {
    key: `own ${method} ${typed.path} ${body}`,
    label: `${method} ${typed.path}`,
    call: () => ({ method, path, query, ...sent }),
    isOwn: true,
  };
}
