import type { V1UserDraft } from '@/api/v1Users';
import { passwordProblem } from '@/lib/password';
import type { Permission } from '@/lib/permissions';

/** What the inputs hold. Buckets are chosen beside them. */
export interface V1UserValues extends Record<string, unknown> {
  name: string;
  orgID: string;
  /** The owner; empty: the caller. */
  userID: string;
  description: string;
  password: string;
}

export interface V1UserProblems extends Record<string, string | null> {
  name: string | null;
  orgID: string | null;
  password: string | null;
}

function nameProblem(name: string, takenNames: ReadonlySet<string>): string | null {
  if (name.trim() === '') return 'A v1 user needs a user name';
  if (name.includes(':')) return 'Without a colon: it ends the user name when a client logs in';
  if (/\p{Cc}/u.test(name)) return 'Without line breaks and control characters';
  if (takenNames.has(name)) return `${name} exists already: user names are unique on the server`;
  return null;
}

export function validateV1User(
  { name, orgID, password }: V1UserValues,
  takenNames: ReadonlySet<string>,
): V1UserProblems {
  return {
    name: nameProblem(name, takenNames),
    orgID: orgID === '' ? 'Pick the org' : null,
    password: passwordProblem(password),
  };
}

export function draftOf(
  { name, orgID, userID, description }: V1UserValues,
  permissions: readonly Permission[],
  status?: V1UserDraft['status'],
): V1UserDraft {
  return {
    token: name,
    orgID,
    ...(userID !== '' && { userID }),
    description: description.trim(),
    ...(status && { status }),
    permissions,
  };
}
