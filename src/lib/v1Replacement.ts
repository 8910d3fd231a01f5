import type { Permission } from './permissions';

/**
 * The user name of a v1 user is its login and unique on the server, so its permissions change only by removing it and
 * making it anew: between `remove` and `setPassword` its clients are refused. A rehearsal under another name, inactive,
 * proves before that the server takes the permissions and the password.
 */
export const replacementSteps = [
  'rehearse',
  'rehearsePassword',
  'endRehearsal',
  'remove',
  'create',
  'setPassword',
] as const;

export type ReplacementStep =
  | (typeof replacementSteps)[number]
  /** Whether it is still there, after a removal that failed. */
  | 'look'
  /** Whether it was made all the same, after a creation that failed: the answer may have been lost. */
  | 'find'
  /** With the permissions it had. */
  | 'restore'
  | 'restorePassword';

export type ReplacementEnd =
  | 'applied'
  /** Nothing has changed for its clients. */
  | 'untouched'
  /** It is there with the new permissions, but cannot log in. */
  | 'withoutPassword'
  /** As before, but for its id and its password. */
  | 'restored'
  /** It is there with the old permissions, but cannot log in. */
  | 'restoredWithoutPassword'
  /** It is gone, and could not be made again. */
  | 'lost'
  /** The removal failed, and so did the question whether it happened. */
  | 'unknown';

export interface StepFailure {
  step: ReplacementStep;
  message: string;
}

export interface V1Replacement {
  /** To be done; null at the end. */
  next: ReplacementStep | null;
  end: ReplacementEnd | null;
  done: readonly ReplacementStep[];
  failures: readonly StepFailure[];
  /** Of the rehearsal, while it is there. */
  rehearsalID?: string;
  /** Of the v1 user made anew. */
  newID?: string;
}

export type StepOutcome = { id?: string } | { failed: string } | { isGone: boolean };

export const beginReplacement: V1Replacement = {
  next: 'rehearse',
  end: null,
  done: [],
  failures: [],
};

function go(state: V1Replacement, next: ReplacementStep): V1Replacement {
  return { ...state, next };
}

function finish(state: V1Replacement, end: ReplacementEnd): V1Replacement {
  return { ...state, next: null, end };
}

function afterFailure(state: V1Replacement, step: ReplacementStep): V1Replacement {
  switch (step) {
    case 'rehearse':
    case 'endRehearsal':
      return finish(state, 'untouched');
    case 'rehearsePassword':
      return go(state, 'endRehearsal');
    case 'remove':
      return go(state, 'look');
    case 'look':
      return finish(state, 'unknown');
    case 'create':
      return go(state, 'find');
    case 'find':
      return go(state, 'restore');
    case 'setPassword':
      return finish(state, 'withoutPassword');
    case 'restore':
      return finish(state, 'lost');
    case 'restorePassword':
      return finish(state, 'restoredWithoutPassword');
  }
}

function afterSuccess(
  state: V1Replacement,
  step: ReplacementStep,
  { id, isGone = true }: { id?: string; isGone?: boolean },
): V1Replacement {
  switch (step) {
    case 'rehearse':
      return go({ ...state, rehearsalID: id }, 'rehearsePassword');
    case 'rehearsePassword':
      return go(state, 'endRehearsal');
    case 'endRehearsal': {
      const { rehearsalID: _ended, ...rest } = state;
      return rest.failures.length > 0 ? finish(rest, 'untouched') : go(rest, 'remove');
    }
    case 'remove':
      return go(state, 'create');
    case 'look':
      return isGone ? go(state, 'create') : finish(state, 'untouched');
    case 'create':
      return go({ ...state, newID: id }, 'setPassword');
    case 'find':
      return id === undefined ? go(state, 'restore') : go({ ...state, newID: id }, 'setPassword');
    case 'setPassword':
      return finish(state, 'applied');
    case 'restore':
      return go({ ...state, newID: id }, 'restorePassword');
    case 'restorePassword':
      return finish(state, 'restored');
  }
}

/** What follows from the outcome of `state.next`. */
export function advance(state: V1Replacement, outcome: StepOutcome): V1Replacement {
  const step = state.next;
  if (step === null) return state;
  if ('failed' in outcome) {
    const failures = [...state.failures, { step, message: outcome.failed }];
    return afterFailure({ ...state, failures }, step);
  }
  return afterSuccess({ ...state, done: [...state.done, step] }, step, outcome);
}

/** What can be tried once more after such an end, with the password that is still known. */
export function retried(state: V1Replacement): V1Replacement | undefined {
  const again = (next: ReplacementStep) => ({ ...state, next, end: null, failures: [] });
  switch (state.end) {
    case 'withoutPassword':
      return again('setPassword');
    case 'restoredWithoutPassword':
      return again('restorePassword');
    case 'lost':
      return again('create');
    case 'unknown':
      return again('look');
    default:
      return undefined;
  }
}

/** Nobody logs in by it. Short and unlike anything people choose. */
export function rehearsalName(name: string, random: string): string {
  return `${name}-headgate-rehearsal-${random}`;
}

/** The old permissions that the server takes again: it refuses buckets that are gone. */
export function restorable(
  permissions: readonly Permission[],
  isGone: (permission: Permission) => boolean,
): { kept: Permission[]; left: Permission[] } {
  return {
    kept: permissions.filter((permission) => !isGone(permission)),
    left: permissions.filter(isGone),
  };
}
