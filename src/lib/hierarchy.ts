import type { ApiCall } from './apiCall';
import type { Level } from './levels';
import { permissionWords } from './permissionWords';
import type { Permission } from './permissions';
import { anyCovers, readOf, writeOf } from './permissions';
import { presetOf } from './presets';
import type { Surroundings } from './surroundings';

interface Named {
  id: string;
  name: string;
}

/** Where the calls are tried. */
export interface Stage {
  /** Begins the name of everything that is made here. */
  mark: string;
  orgID: string;
  /** The bucket of the read/write token and of the v1 user. */
  own: Named;
  /** A bucket they know nothing of. */
  other: Named;
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

const get = (path: string, query?: ApiCall['query']): ApiCall => ({ method: 'GET', path, query });
const flux = ({ orgID }: Stage, bucket: string): ApiCall => ({
  method: 'POST',
  path: '/api/v2/query',
  query: { orgID },
  body: {
    type: 'flux',
    query: `from(bucket: ${JSON.stringify(bucket)}) |> range(start: -1h) |> limit(n: 1)`,
  },
});
const influxql = (db: string) => get('/query', { db, q: 'SELECT * FROM /.*/ LIMIT 1' });
const write = ({ orgID, line }: Stage, bucket: string): ApiCall => ({
  method: 'POST',
  path: '/api/v2/write',
  query: { org: orgID, bucket },
  body: line,
});
const bucketPlace = ({ orgID }: Stage, { id }: Named) => ({ orgID, id });

/** The same for every level, those that write before those that read. */
export const trialCalls: readonly TrialCall[] = [
  {
    key: 'config',
    label: 'Read the server configuration',
    call: () => get('/api/v2/config'),
    needed: () => 'operator',
  },
  { key: 'orgs', label: 'List orgs', call: () => get('/api/v2/orgs'), list: 'orgs' },
  { key: 'users', label: 'List users', call: () => get('/api/v2/users'), list: 'users' },
  {
    key: 'buckets',
    label: 'List buckets',
    call: () => get('/api/v2/buckets', { limit: 100 }),
    list: 'buckets',
  },
  {
    key: 'tokens',
    label: 'List tokens',
    call: () => get('/api/v2/authorizations'),
    list: 'authorizations',
  },
  {
    key: 'create-bucket',
    label: 'Create a bucket',
    call: ({ orgID, mark }, level) => ({
      method: 'POST',
      path: '/api/v2/buckets',
      body: { orgID, name: `${mark}-made-by-${level.replace(/\W/g, '-')}`, retentionRules: [] },
    }),
    needed: ({ orgID }) => writeOf('buckets', { orgID }),
  },
  {
    key: 'create-token',
    label: 'Create a token',
    call: (stage, level) => ({
      method: 'POST',
      path: '/api/v2/authorizations',
      body: {
        orgID: stage.orgID,
        description: `${stage.mark} made by ${level}`,
        permissions: [readOf('buckets', bucketPlace(stage, stage.own))],
      },
    }),
    needed: ({ orgID }) => writeOf('authorizations', { orgID }),
  },
  {
    key: 'write-own',
    label: 'Write to its bucket',
    call: (stage) => write(stage, stage.own.name),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'write-other',
    label: 'Write to another bucket',
    call: (stage) => write(stage, stage.other.name),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'write-1x',
    label: 'Write to its bucket by /write',
    call: ({ own, line }) => ({
      method: 'POST',
      path: '/write',
      query: { db: own.name },
      body: line,
    }),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'flux-own',
    label: 'Read its bucket by Flux',
    call: (stage) => flux(stage, stage.own.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'flux-other',
    label: 'Read another bucket by Flux',
    call: (stage) => flux(stage, stage.other.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'influxql-own',
    label: 'Read its bucket by InfluxQL',
    call: ({ own }) => influxql(own.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.own)),
  },
  {
    key: 'influxql-other',
    label: 'Read another bucket by InfluxQL',
    call: ({ other }) => influxql(other.name),
    needed: (stage) => readOf('buckets', bucketPlace(stage, stage.other)),
  },
  {
    key: 'change-bucket',
    label: 'Change its bucket',
    // Nothing in it: the server asks for the permission and changes nothing.
    call: ({ own }) => ({ method: 'PATCH', path: `/api/v2/buckets/${own.id}`, body: {} }),
    needed: (stage) => writeOf('buckets', bucketPlace(stage, stage.own)),
  },
];

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
