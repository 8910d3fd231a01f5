import { bucketCalls } from '@/api/buckets';
import type { Bucket } from '@/api/buckets';
import type { Credentials } from '@/api/credentials';
import { describe } from '@/api/errors';
import { send } from '@/api/send';
import type { Token } from '@/api/tokens';
import { tokenCalls } from '@/api/tokens';
import { v1UserCalls } from '@/api/v1Users';
import type { ApiCall } from '@/lib/apiCall';
import { Variable } from '@/lib/codeQuoting';
import type { Actor, Stage } from '@/lib/hierarchy';
import { levelPermissions, markPrefix } from '@/lib/hierarchy';
import type { Level } from '@/lib/levels';
import { levels } from '@/lib/levels';
import { generatePassword } from '@/lib/password';

export interface Performer extends Actor {
  /** Undefined where the server did not let it be made: `problem` says why. */
  credentials?: Credentials;
  problem?: string;
}

export interface Demonstration {
  stage: Stage;
  performers: readonly Performer[];
}

export interface Plan {
  /** Begins the name of everything that is made. */
  mark: string;
  orgID: string;
  /** Owns the four. */
  userID: string;
  types: readonly string[];
}

export function newMark(): string {
  const [number = 0] = crypto.getRandomValues(new Uint16Array(1));
  return markPrefix + number.toString(16).padStart(4, '0');
}

const hourly = [{ type: 'expire' as const, everySeconds: 3600 }];

function bucketDraft({ mark, orgID }: Plan, which: 'own' | 'other') {
  return { orgID, name: `${mark}-${which}`, retentionRules: hourly };
}

function draft({ mark, orgID, userID, types }: Plan, level: Level, bucketID: string) {
  const permissions = levelPermissions(level, { orgID, userID, types, bucketID });
  const description = `${mark} ${level}`;
  return { orgID, userID, description, permissions };
}

/** What is sent, with the ids that the server gives as variables. */
export function planCalls(plan: Plan): ApiCall[] {
  const own = new Variable('OWN_BUCKET_ID') as unknown as string;
  const v1 = { ...draft(plan, 'v1 user', own), token: plan.mark };
  return [
    bucketCalls.create(bucketDraft(plan, 'own')),
    bucketCalls.create(bucketDraft(plan, 'other')),
    ...levels
      .filter((level) => level !== 'v1 user')
      .map((level) => tokenCalls.create(draft(plan, level, own))),
    v1UserCalls.create(v1),
    v1UserCalls.setPassword({ id: 'V1_USER_ID', password: '' }),
  ];
}

async function makeV1User(plan: Plan, bucketID: string): Promise<Credentials> {
  const password = generatePassword((bytes) => crypto.getRandomValues(bytes));
  const { id } = await send<Token>(
    v1UserCalls.create({ ...draft(plan, 'v1 user', bucketID), token: plan.mark }),
  );
  await send(v1UserCalls.setPassword({ id, password }));
  return { kind: 'v1', username: plan.mark, password };
}

async function makeToken(plan: Plan, level: Level, bucketID: string): Promise<Credentials> {
  const { token } = await send<Token>(tokenCalls.create(draft(plan, level, bucketID)));
  return { kind: 'token', token };
}

async function perform(plan: Plan, level: Level, bucketID: string): Promise<Performer> {
  const { permissions } = draft(plan, level, bucketID);
  try {
    const make =
      level === 'v1 user' ? makeV1User(plan, bucketID) : makeToken(plan, level, bucketID);
    return { level, permissions, credentials: await make };
  } catch (error) {
    const { title, detail = title } = describe(error);
    return { level, permissions, problem: detail };
  }
}

/** Two buckets and the four credentials. A credential that is refused is told; without the buckets there is nothing to show. */
export async function prepare(plan: Plan): Promise<Demonstration> {
  const own = await send<Bucket>(bucketCalls.create(bucketDraft(plan, 'own')));
  const other = await send<Bucket>(bucketCalls.create(bucketDraft(plan, 'other')));
  const performers: Performer[] = [];
  for (const level of levels) performers.push(await perform(plan, level, own.id));
  const { mark, orgID } = plan;
  return { stage: { mark, orgID, own, other, line: 'weather temperature=21.5' }, performers };
}
