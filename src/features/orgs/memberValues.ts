import type { Role } from '@/api/members';

/** What the inputs hold. */
export interface MemberValues {
  userID: string;
  role: Role;
}

export function userIDProblem(userID: string, taken: ReadonlySet<string>): string | null {
  const id = userID.trim().toLowerCase();
  if (id === '') return 'Who is to be added?';
  if (!/^[0-9a-f]{16}$/.test(id)) return 'An id has 16 digits of 0–9 and a–f';
  return taken.has(id) ? 'Belongs to the org already: its role is changed in the list' : null;
}
