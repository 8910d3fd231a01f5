import type { Caller } from '@/api/caller';
import { reach, reachText } from '@/lib/permissionReach';

/** Who: the user, the v1 user, or what is known of the token. */
export function callerName({ kind, user, row }: Caller): string {
  if (user?.name) return user.name;
  if (row?.description) return row.description;
  return kind === 'token' ? 'API token' : 'Unknown user';
}

export function credentialText({ kind, row, isOperator }: Caller): string {
  switch (kind) {
    case 'session':
      return 'signed in with a password';
    case 'v1':
      return 'v1 user: InfluxQL and line protocol by the 1.x paths';
    case 'token':
      if (!row) return isOperator ? 'API token' : 'a token that may not read its own name';
      return `API token “${row.description}”${row.isCertain ? '' : ' or one just like it'}`;
  }
}

/** How far it goes, in a few words, as far as the server lets it be known. */
export function callerReach(caller: Caller): string {
  if (caller.isOperator) return 'every org';
  if (caller.kind === 'v1') {
    const { length } = caller.databases;
    return `reads ${length} database${length === 1 ? '' : 's'}`;
  }
  const held = reach(caller.granted);
  const [orgID] = held.orgIDs;
  const org = caller.orgs.find(({ id }) => id === orgID);
  const isOneOrg = !held.isUnscoped && held.orgIDs.length === 1;
  return isOneOrg && org?.name ? `org ${org.name}` : reachText(held);
}

/** What cannot be known, as a sentence; empty when everything is. */
export function callerGaps({ kind, isComplete, granted }: Caller): string {
  if (isComplete) return '';
  if (kind === 'v1') return 'The server does not tell a v1 user whether it may write.';
  return granted.length > 0
    ? 'This credential cannot list its own permissions: shown is what it was seen to be able to do.'
    : 'This credential cannot list its own permissions, and reads nothing that would show them.';
}
