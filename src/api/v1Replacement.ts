import { mutationOptions } from '@tanstack/react-query';
import type { ApiCall } from '@/lib/apiCall';
import type { Permission } from '@/lib/permissions';
import { grantsOf, isSameGrants } from '@/lib/v1Grants';
import type { ReplacementStep, StepOutcome, V1Replacement } from '@/lib/v1Replacement';
import { advance, beginReplacement, replacementSteps } from '@/lib/v1Replacement';
import { request } from './client';
import { isNotFound, messageOf } from './errors';
import { send } from './send';
import type { TokenList } from './tokens';
import type { V1User, V1UserDraft } from './v1Users';
import { v1UserCalls } from './v1Users';

export interface V1ReplacementPlan {
  before: V1User;
  permissions: readonly Permission[];
  /** What it held, without what the server would refuse. */
  restorable: readonly Permission[];
  password: string;
  rehearsalName: string;
  /** Where an earlier attempt has ended. */
  from?: V1Replacement;
  onProgress?: (state: V1Replacement) => void;
}

/** It ended otherwise than asked for. */
export class ReplacementFailure extends Error {
  readonly state: V1Replacement;
  constructor(state: V1Replacement) {
    super(state.failures.map(({ message }) => message).join('; '));
    this.name = 'ReplacementFailure';
    this.state = state;
  }
}

function draftOf({ before }: V1ReplacementPlan, permissions: readonly Permission[]): V1UserDraft {
  const { token, orgID, userID, description, status } = before;
  return { token, orgID, userID, description, status, permissions };
}

/** Ids that only the answers give stand as words before anything was sent. */
function callOf(plan: V1ReplacementPlan, step: ReplacementStep, state?: V1Replacement): ApiCall {
  const { before, password, permissions, restorable, rehearsalName } = plan;
  const rehearsal = state?.rehearsalID ?? 'REHEARSAL_ID';
  const made = state?.newID ?? 'V1_USER_ID';
  switch (step) {
    case 'rehearse':
      return v1UserCalls.create({
        ...draftOf(plan, permissions),
        token: rehearsalName,
        status: 'inactive',
      });
    case 'rehearsePassword':
      return v1UserCalls.setPassword({ id: rehearsal, password });
    case 'endRehearsal':
      return v1UserCalls.remove(rehearsal);
    case 'remove':
      return v1UserCalls.remove(before.id);
    case 'look':
      return { method: 'GET', path: v1UserCalls.remove(before.id).path };
    case 'find':
      return { method: 'GET', path: v1UserCalls.create(draftOf(plan, [])).path };
    case 'create':
      return v1UserCalls.create(draftOf(plan, permissions));
    case 'restore':
      return v1UserCalls.create(draftOf(plan, restorable));
    case 'setPassword':
    case 'restorePassword':
      return v1UserCalls.setPassword({ id: made, password });
  }
}

/** Those that are sent when nothing fails. */
export function v1ReplacementCalls(plan: V1ReplacementPlan): ApiCall[] {
  return replacementSteps.map((step) => callOf(plan, step));
}

async function isThere(id: string): Promise<StepOutcome> {
  try {
    await request<V1User>(v1UserCalls.remove(id).path);
    return { isGone: false };
  } catch (error) {
    return isNotFound(error) ? { isGone: true } : { failed: messageOf(error) };
  }
}

/** By its name and by what it holds: somebody else may have taken the name meanwhile. */
async function madeAnyway(plan: V1ReplacementPlan): Promise<StepOutcome> {
  const { path } = callOf(plan, 'find');
  const { authorizations } = await request<TokenList>(path);
  const wanted = grantsOf(plan.permissions);
  const found = authorizations.find(
    ({ id, token, permissions }) =>
      token === plan.before.token &&
      id !== plan.before.id &&
      isSameGrants(grantsOf(permissions), wanted),
  );
  return { id: found?.id };
}

async function take(plan: V1ReplacementPlan, state: V1Replacement, step: ReplacementStep) {
  if (step === 'look') return isThere(plan.before.id);
  if (step === 'find') {
    return madeAnyway(plan).catch((error: unknown) => ({ failed: messageOf(error) }));
  }
  try {
    const answer = await send<V1User | undefined>(callOf(plan, step, state));
    return { id: answer?.id };
  } catch (error) {
    return { failed: messageOf(error) };
  }
}

async function replace(plan: V1ReplacementPlan): Promise<V1Replacement> {
  let state = plan.from ?? beginReplacement;
  while (state.next !== null) {
    plan.onProgress?.(state);
    state = advance(state, await take(plan, state, state.next));
  }
  plan.onProgress?.(state);
  if (state.end !== 'applied') throw new ReplacementFailure(state);
  return state;
}

export const v1ReplacementMutation = mutationOptions({
  mutationFn: replace,
  gcTime: 0,
  // What a failure has left behind is not what it was either.
  onError: (_error, { before }, _result, { client }) =>
    client.invalidateQueries({
      predicate: ({ queryKey }) =>
        ['v1Users', 'dbrps'].includes(String(queryKey[0])) && !queryKey.includes(before.id),
    }),
  meta: {
    done: 'v1 user replaced',
    errorShownInForm: true,
    calls: v1ReplacementCalls,
    isGone: ({ before }: V1ReplacementPlan, key: readonly unknown[]) => key.includes(before.id),
  },
});
