import type { ReplacementEnd, ReplacementStep } from '@/lib/v1Replacement';

/** As a step to come. */
export function stepText(step: ReplacementStep, name: string): string {
  switch (step) {
    case 'rehearse':
      return 'Rehearse: make an inactive v1 user with the new permissions under another name.';
    case 'rehearsePassword':
      return 'Give it the password, to see that the server takes it.';
    case 'endRehearsal':
      return 'Remove it again. Up to here nothing changes for clients.';
    case 'remove':
      return `Remove ${name}.`;
    case 'look':
      return `See whether ${name} is still there.`;
    case 'find':
      return `See whether ${name} was made all the same.`;
    case 'create':
      return `Make ${name} with the new permissions.`;
    case 'setPassword':
      return 'Set the password.';
    case 'restore':
      return `Make ${name} with the permissions it had.`;
    case 'restorePassword':
      return 'Set the password.';
  }
}

export interface EndWords {
  title: string;
  text: string;
  severity: 'warning' | 'danger';
}

/** How it ended, when it did not end well. */
export function endWords(end: Exclude<ReplacementEnd, 'applied'>, name: string): EndWords {
  switch (end) {
    case 'untouched':
      return {
        title: 'Nothing has changed',
        text: `${name} is as it was, and its clients go on.`,
        severity: 'warning',
      };
    case 'withoutPassword':
      return {
        title: `${name} has the new permissions, but no password`,
        text: 'Its clients are refused until a password is set.',
        severity: 'danger',
      };
    case 'restored':
      return {
        title: `${name} has its old permissions back`,
        text: 'The server did not take the new ones. What could not be restored: its id and its time of creation are new, and its password is the one given here, not the one it had.',
        severity: 'warning',
      };
    case 'restoredWithoutPassword':
      return {
        title: `${name} has its old permissions back, but no password`,
        text: 'The server did not take the new permissions. The old password could not be restored, and the one given here was not taken: clients are refused until a password is set.',
        severity: 'danger',
      };
    case 'lost':
      return {
        title: `${name} is gone`,
        text: 'It was removed, and the server did not make it again, neither with the new permissions nor with the old ones. Its clients are refused. If the list shows it all the same, the server has made it without saying so.',
        severity: 'danger',
      };
    case 'unknown':
      return {
        title: `Nobody knows whether ${name} is still there`,
        text: 'Its removal failed, and so did the question whether it happened. Look again before anything else.',
        severity: 'danger',
      };
  }
}

/** What trying again does. */
export function retryLabel(end: ReplacementEnd): string {
  switch (end) {
    case 'lost':
      return 'Make it again';
    case 'unknown':
      return 'Look again, and go on';
    default:
      return 'Set the password again';
  }
}
