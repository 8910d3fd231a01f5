import type { Reacher } from './bucketAccess';
import { bucketReach } from './bucketReach';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import { orgName } from './permissionWords';
import { bucketMemberPermissions, orgRolePermissions } from './rolePermissions';
import type { KnownBucket, KnownUser, Surroundings } from './surroundings';

/** A reason why somebody's session holds something: a role, or having set the server up. */
export interface Grant {
  why: string;
  permissions: readonly Permission[];
}

export interface Person {
  user: KnownUser;
  grants: readonly Grant[];
}

function ownTokenWords(tokens: readonly Reacher[]): string {
  const [first] = tokens;
  if (!first) return '';
  const others = tokens.length - 1;
  const name = `owns token “${first.name}”`;
  return others === 0 ? name : `${name} and ${others} more`;
}

function tokensByOwner(reachers: readonly Reacher[]): Map<string, Reacher[]> {
  const owned = new Map<string, Reacher[]>();
  for (const reacher of reachers) {
    if (reacher.kind !== 'token') continue;
    const known = owned.get(reacher.ownerID);
    if (known) known.push(reacher);
    else owned.set(reacher.ownerID, [reacher]);
  }
  return owned;
}

/** A session holds what its user's roles grant, and what any token of that user holds, inactive ones included. */
export function sessionReachers(
  bucket: KnownBucket,
  people: readonly Person[],
  reachers: readonly Reacher[],
): Reacher[] {
  const owned = tokensByOwner(reachers);
  return people.flatMap(({ user, grants }): Reacher[] => {
    const reached = grants.map(({ why, permissions }) => ({
      why,
      reach: bucketReach(permissions, [bucket])[0],
    }));
    const roles = reached.filter(({ reach }) => reach !== undefined);
    const tokens = owned.get(user.id) ?? [];
    if (roles.length === 0 && tokens.length === 0) return [];
    const readsByRole = roles.some(({ reach }) => reach?.read);
    const writesByRole = roles.some(({ reach }) => reach?.write);
    const words = [...roles.map(({ why }) => why), ownTokenWords(tokens)].filter(Boolean);
    return [
      {
        key: `session ${user.id}`,
        kind: 'session',
        id: user.id,
        name: user.name,
        reads: readsByRole || tokens.some(({ reads }) => reads),
        writes: writesByRole || tokens.some(({ writes }) => writes),
        why: words.join(', '),
        org: '',
        ownerID: user.id,
        owner: user.name,
        obstacle: user.status === 'inactive' ? 'user inactive' : '',
      },
    ];
  });
}

/** Who has a role that leads to a bucket. */
export interface BucketRoles {
  owners: readonly KnownUser[];
  members: readonly KnownUser[];
  bucketMembers: readonly KnownUser[];
  /** Who set the server up: the session of that user may do everything. */
  superuser: KnownUser | undefined;
}

/** Everybody who is known, with the roles that lead to the bucket: anybody may own a token that does. */
export function peopleOf(
  { owners, members, bucketMembers, superuser }: BucketRoles,
  { id, orgID }: KnownBucket,
  { orgs, users, types }: Surroundings,
): Person[] {
  const org = orgName(orgID, { orgs });
  const owning = orgRolePermissions('owner', orgID, types);
  const being = orgRolePermissions('member', orgID, types);
  const granted: [KnownUser, Grant][] = [
    ...owners.map((user): [KnownUser, Grant] => [
      user,
      { why: `owner of ${org}`, permissions: owning },
    ]),
    ...members.map((user): [KnownUser, Grant] => [
      user,
      { why: `member of ${org}`, permissions: being },
    ]),
    ...bucketMembers.map((user): [KnownUser, Grant] => [
      user,
      { why: 'member of the bucket', permissions: bucketMemberPermissions(id) },
    ]),
  ];
  if (superuser) granted.push([superuser, { why: 'set this server up', permissions: everything }]);
  const people = new Map<string, Person>();
  for (const user of users.values()) people.set(user.id, { user, grants: [] });
  for (const [user, grant] of granted) {
    const { grants = [] } = people.get(user.id) ?? {};
    people.set(user.id, { user, grants: [...grants, grant] });
  }
  return [...people.values()];
}

const everything = [readOf('instance'), writeOf('instance')];
