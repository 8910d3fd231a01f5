import type { ApiCall } from './apiCall';

/** `in part`: some of what was asked for was refused. `failed`: it may have happened all the same. */
export const outcomes = ['done', 'in part', 'refused', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** A write that was sent from this browser. */
export interface Activity {
  id: string;
  /** RFC 3339 */
  at: string;
  server: string;
  /** The user, or what is known of the token. */
  who: string;
  /** As it is said when it has worked. */
  action: string;
  /** Names of what it changed, as far as they were known. */
  what?: string;
  outcome: Outcome;
  /** Of whoever refused or failed; '' when it was done. */
  words: string;
  /** Without the values of secrets. */
  calls: readonly ApiCall[];
  /** Of more calls than are kept. */
  callCount: number;
}

export const keptEntries = 1000;
const keptCalls = 50;
/** Of a body, in characters: a batch of points is not kept here. */
const keptBody = 4000;

/** The last of them, the new one at the end. */
export function withEntry(entries: readonly Activity[], entry: Activity): Activity[] {
  return [...entries.slice(-(keptEntries - 1)), entry];
}

/** What may be kept of the calls of one write: no secret, and not everything of a very long one. */
export function keptOf(calls: readonly ApiCall[]): Pick<Activity, 'calls' | 'callCount'> {
  return { calls: calls.slice(0, keptCalls).map(withoutSecrets), callCount: calls.length };
}

function withoutSecrets({ method, path, query, body, secrets = [] }: ApiCall): ApiCall {
  return {
    method,
    path,
    ...(query === undefined ? {} : { query: blanked(query, secrets) }),
    ...(body === undefined ? {} : { body: shortened(blanked(body, secrets)) }),
    ...(secrets.length === 0 ? {} : { secrets }),
  };
}

/** At any depth, so that a body that holds a secret further down is none the worse. */
function blanked<Value>(value: Value, secrets: readonly string[]): Value {
  if (secrets.length === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => blanked(item, secrets)) as Value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      secrets.includes(key) ? '' : blanked<unknown>(field, secrets),
    ]),
  ) as Value;
}

function shortened(body: unknown): unknown {
  if (typeof body === 'string') return body.slice(0, keptBody);
  const text = JSON.stringify(body) as string | undefined;
  return text !== undefined && text.length > 4 * keptBody ? `${text.slice(0, keptBody)}…` : body;
}

/** `Token created` → `Token not created`: for what was refused. */
export function notDone(action: string): string {
  const words = action.split(' ');
  const last = words.pop() ?? '';
  return words.length === 0 ? `Not ${last.toLowerCase()}` : `${words.join(' ')} not ${last}`;
}

export function actionText({ action, outcome }: Pick<Activity, 'action' | 'outcome'>): string {
  return outcome === 'done' || outcome === 'in part' ? action : notDone(action);
}
