import { bucketReach } from './bucketReach';
import type { Classification } from './permissionClasses';
import { classify } from './permissionClasses';
import type { Permission } from './permissions';
import { permissionWords } from './permissionWords';
import type { Credential, KnownBucket, Surroundings } from './surroundings';

/** Why the server refuses a credential whatever it holds; empty while it works. */
export type Obstacle = '' | 'inactive' | 'owner inactive' | 'owner gone' | 'user inactive';

/** Somebody who reads or writes a bucket. */
export interface Reacher {
  key: string;
  /** session: a user who signed in with a password. */
  kind: Credential['kind'] | 'session';
  /** Of the token, the v1 user or the user. */
  id: string;
  name: string;
  /** A session has none: it holds whatever its user's roles and tokens hold. */
  classification?: Classification;
  reads: boolean;
  writes: boolean;
  /** Which permission, role or token, in words. */
  why: string;
  org: string;
  ownerID: string;
  owner: string;
  obstacle: Obstacle;
}

export function obstacleOf(
  { status, userID }: Pick<Credential, 'status' | 'userID'>,
  { users, isComplete }: Pick<Surroundings, 'users' | 'isComplete'>,
): Obstacle {
  const owner = users.get(userID);
  if (!owner && isComplete) return 'owner gone';
  if (owner?.status === 'inactive') return 'owner inactive';
  return status === 'inactive' ? 'inactive' : '';
}

/** `read and write buckets in iot`; two halves where reading and writing come from different permissions. */
export function reasonWords(
  { read, write }: { read?: Permission; write?: Permission },
  around: Surroundings,
): string {
  const reading = read && permissionWords(read, around);
  const writing = write && permissionWords(write, around);
  if (!reading || !writing) return reading ?? writing ?? '';
  const what = reading.replace(/^read /, '');
  return writing === `write ${what}` ? `read and write ${what}` : `${reading}, ${writing}`;
}

export function credentialReachers(
  bucket: KnownBucket,
  credentials: readonly Credential[],
  around: Surroundings,
): Reacher[] {
  return credentials.flatMap((credential): Reacher[] => {
    const [reach] = bucketReach(credential.permissions, [bucket]);
    if (!reach) return [];
    const { kind, id, name, org, userID, user, permissions } = credential;
    return [
      {
        key: `${kind} ${id}`,
        kind,
        id,
        name,
        classification:
          kind === 'token'
            ? classify(permissions, around.types)
            : { class: 'v1 user', olderSet: false },
        reads: reach.read !== undefined,
        writes: reach.write !== undefined,
        why: reasonWords(reach, around),
        org,
        ownerID: userID,
        owner: user,
        obstacle: obstacleOf(credential, around),
      },
    ];
  });
}
