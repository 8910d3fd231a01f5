import * as z from 'zod/mini';
import type { Permission } from './permissions';
import { parsePermission, permissionText } from './permissions';

/** A v1 user that is being removed to be made anew: what it takes to make it again, but for the password. */
export const interruptedV1User = z.object({
  id: z.string(),
  name: z.string(),
  orgID: z.string(),
  userID: z.string(),
  description: z.string(),
  status: z.enum(['active', 'inactive']),
  /** Those it was to have, as the server prints them. */
  permissions: z.array(z.string()),
});

export type InterruptedV1User = z.output<typeof interruptedV1User>;

interface Known {
  id: string;
  token: string;
  orgID: string;
  userID: string;
  description: string;
  status: 'active' | 'inactive';
}

export function interruptedOf(
  { id, token: name, orgID, userID, description, status }: Known,
  wanted: readonly Permission[],
): InterruptedV1User {
  const permissions = wanted.map(permissionText);
  return { id, name, orgID, userID, description, status, permissions };
}

export function wantedOf({ permissions }: InterruptedV1User): Permission[] {
  return permissions.flatMap((text) => parsePermission(text) ?? []);
}

export type InterruptedState =
  /** It is there as it was: nothing has happened to it. */
  | 'untouched'
  /** It was removed, and not made again. */
  | 'gone'
  /** It was made anew; whether its password was set, nobody knows. */
  | 'remade';

export function interruptedState(
  { id, name }: InterruptedV1User,
  listed: readonly { id: string; token: string }[],
): { state: InterruptedState; id: string } {
  const found = listed.find(({ token }) => token === name);
  if (!found) return { state: 'gone', id };
  return { state: found.id === id ? 'untouched' : 'remade', id: found.id };
}
