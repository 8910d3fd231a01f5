import type { Permission } from './permissions';
import { parsePermission } from './permissions';

/** Why a server refused: what it says of a credential that is valid. */
export type Denial =
  | { kind: 'missing'; permission: Permission }
  /** It was about to give away more than it holds. */
  | { kind: 'granting'; permission: Permission }
  /** Points of a bucket, which the server does not name. */
  | { kind: 'writing' | 'deleting' }
  | { kind: 'token inactive' | 'user inactive' };

const missing = /(\S+) is unauthorized$/;
const granting = /^permission (\S+) is not allowed: /;

/** From the server's own words; undefined where they are about something else. */
export function denialOf(message: string): Denial | undefined {
  const text = message.trim();
  if (text === 'User is inactive') return { kind: 'user inactive' };
  if (text.endsWith('token is inactive')) return { kind: 'token inactive' };
  if (text.startsWith('insufficient permissions for write')) return { kind: 'writing' };
  if (text.startsWith('insufficient permissions to delete')) return { kind: 'deleting' };
  const given = parsePermission(granting.exec(text)?.[1] ?? '');
  if (given) return { kind: 'granting', permission: given };
  const permission = parsePermission(missing.exec(text)?.[1] ?? '');
  return permission && { kind: 'missing', permission };
}

/** The org whose owners hold it; undefined where only an operator does: users, new orgs, every org. */
export function orgOfPermission({ resource: { type, orgID, id } }: Permission): string | undefined {
  if (type === 'users') return undefined;
  return type === 'orgs' ? id : orgID;
}
