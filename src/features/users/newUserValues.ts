import type { Role } from '@/api/members';
import type { NewUser } from '@/api/users';
import { passwordProblem } from '@/lib/password';

/** What the inputs hold. */
export interface NewUserValues {
  name: string;
  hasPassword: boolean;
  password: string;
  /** An org's id, or empty for none. */
  org: string;
  role: Role;
}

type Problems = { name: string | null; password: string | null };

export function userNameProblem(name: string, takenNames: ReadonlySet<string>): string | null {
  if (name === '') return 'A user needs a name';
  if (name.includes(':')) return 'Nobody can sign in by a name with a colon: it ends the name';
  if (takenNames.has(name)) return `A user with name ${name} already exists`;
  return null;
}

export function newUserProblems(values: NewUserValues, takenNames: ReadonlySet<string>): Problems {
  return {
    name: userNameProblem(values.name.trim(), takenNames),
    password: values.hasPassword ? passwordProblem(values.password) : null,
  };
}

export function newUserOf({ name, hasPassword, password, org, role }: NewUserValues): NewUser {
  return {
    name: name.trim(),
    ...(hasPassword && { password }),
    ...(org !== '' && { membership: { orgID: org, role } }),
  };
}
