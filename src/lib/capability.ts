import type { Action, Permission } from './permissions';
import { anyCovers, covers, permissionText } from './permissions';

/** What is known about the permissions of whoever asks. */
export interface Holdings {
  isOperator: boolean;
  /** `granted` is everything there is. */
  isComplete: boolean;
  granted: readonly Permission[];
  denied: readonly Permission[];
}

/** Unknown: the server does not let the credential list its permissions. Try, and show its answer. */
export interface Capability {
  answer: 'yes' | 'no' | 'unknown';
  /** Why not, in a sentence; empty for yes. */
  reason: string;
}

export function capability(holdings: Holdings, needed: Permission): Capability {
  if (holdings.isOperator || anyCovers(holdings.granted, needed)) {
    return { answer: 'yes', reason: '' };
  }
  const text = permissionText(needed);
  const isDenied = holdings.denied.some((permission) => covers(needed, permission));
  if (holdings.isComplete || isDenied) {
    return { answer: 'no', reason: `This credential does not hold ${text}` };
  }
  return {
    answer: 'unknown',
    reason: `Needs ${text}; this credential cannot list its own permissions`,
  };
}

/** Whether any bucket may be read or written, as far as it is known: without the list of permissions, perhaps. */
export function mayAnyBucket({ isOperator, isComplete, granted }: Holdings, action: Action) {
  return (
    isOperator ||
    !isComplete ||
    granted.some((held) => held.action === action && held.resource.type === 'buckets')
  );
}
