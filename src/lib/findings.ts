import { listText } from './listText';
import { classify, newerMissing } from './permissionClasses';
import type { PermissionIndex } from './permissionIndex';
import { hasUnscoped, holdsOnlyBuckets, indexOf, isIdle } from './permissionIndex';
import { isGone, permissionWords, typeWords } from './permissionWords';
import type { Permission } from './permissions';
import { distinct } from './permissions';
import type { Credential, KnownBucket, Surroundings } from './surroundings';

export type RuleName =
  | 'operator-token'
  | 'older-set'
  | 'unscoped-permission'
  | 'beyond-buckets'
  | 'owner-inactive'
  | 'owner-gone'
  | 'inactive'
  | 'deleted-bucket'
  | 'matches-nothing'
  | 'duplicate'
  | 'database-nowhere'
  | 'bucket-without-reader'
  | 'bucket-without-writer';

export interface Rule {
  title: string;
  /** danger: more access than anybody meant. warning: something does not work or is about to. notice: tidy up. */
  severity: 'danger' | 'warning' | 'notice';
  /** Why it matters, in a sentence. */
  why: string;
  /** What to do, in a sentence. */
  fix: string;
}

/** Something about one credential. */
export interface Finding {
  rule: RuleName;
  /** What exactly, with names. */
  detail: string;
}

/** Something about the access to a server: several credentials or a bucket may be involved. */
export interface AccessFinding extends Finding {
  credentials: readonly Credential[];
  bucket?: KnownBucket;
}

export const rules: Readonly<Record<RuleName, Rule>> = {
  'operator-token': {
    title: 'Operator token',
    severity: 'danger',
    why: 'It may do everything in every org, to users and passwords too.',
    fix: 'Keep one or two, and replace the others by what their clients need.',
  },
  'older-set': {
    title: 'Older permission set',
    severity: 'notice',
    why: 'Resource types that came with newer versions are missing, so it fails where a full one works.',
    fix: 'Replace it by a token of the same preset.',
  },
  'unscoped-permission': {
    title: 'Unscoped permission',
    severity: 'danger',
    why: 'Without org and id it holds in every org, which is mostly a slip: the server ignores names.',
    fix: 'Replace the token by one with ids.',
  },
  'beyond-buckets': {
    title: 'More than buckets',
    severity: 'notice',
    why: 'Clients that write or query need buckets only.',
    fix: 'Replace it by a read/write token when nothing else uses it.',
  },
  'owner-inactive': {
    title: 'Owner is inactive',
    severity: 'warning',
    why: 'The server refuses everything to credentials of an inactive user.',
    fix: 'Activate the user, or delete the credential.',
  },
  'owner-gone': {
    title: 'Owner is gone',
    severity: 'warning',
    why: 'The server refuses everything to credentials of a deleted user, and does not list them.',
    fix: 'Delete the credential.',
  },
  inactive: {
    title: 'Inactive',
    severity: 'notice',
    why: 'It grants nothing until somebody activates it.',
    fix: 'Delete it when nobody misses it.',
  },
  'deleted-bucket': {
    title: 'Deleted bucket',
    severity: 'notice',
    why: 'It grants nothing: a new bucket of the same name has another id.',
    fix: 'Replace the credential by one with the buckets there are.',
  },
  'matches-nothing': {
    title: 'Matches nothing',
    severity: 'notice',
    why: 'The server asks for orgs and users by id, never by org, so this grants nothing.',
    fix: 'Replace the credential by one with ids.',
  },
  duplicate: {
    title: 'Duplicate permissions',
    severity: 'notice',
    why: 'When two clients share what they hold, nobody can tell which token belongs to which.',
    fix: 'Delete those nobody uses.',
  },
  'database-nowhere': {
    title: 'Without a database',
    severity: 'warning',
    why: 'No database leads to its buckets, so its clients read “database not found” and write “no dbrp mapping found”.',
    fix: 'Map a database to one of its buckets.',
  },
  'bucket-without-reader': {
    title: 'Bucket without readers',
    severity: 'notice',
    why: 'Besides people who sign in with a password, only operator and all-access tokens reach what is written there.',
    fix: 'Give a reader to it, or delete it.',
  },
  'bucket-without-writer': {
    title: 'Bucket without writers',
    severity: 'notice',
    why: 'Besides owners who sign in with a password, only operator and all-access tokens can write there.',
    fix: 'Give a writer to it, or delete it.',
  },
};

/** As much of a credential as its findings depend on, so that a draft has them too. */
export type Findable = Pick<
  Credential,
  'kind' | 'status' | 'userID' | 'user' | 'orgID' | 'permissions'
>;

/** The detail; undefined where there is nothing to find. */
type Look = (
  credential: Findable,
  around: Surroundings,
  index: PermissionIndex,
) => string | undefined;

const mostWorded = 5;

function worded(
  { permissions }: Findable,
  around: Surroundings,
  isMeant: (permission: Permission) => boolean,
): string | undefined {
  const meant = distinct(permissions.filter(isMeant));
  if (meant.length === 0) return undefined;
  const words = meant.slice(0, mostWorded + 1).map((one) => permissionWords(one, around));
  return listText(words, mostWorded, meant.length);
}

const isOperator: Look = ({ kind, permissions }, { types }) =>
  kind === 'token' && classify(permissions, types).class === 'operator'
    ? 'Everything, in every org'
    : undefined;

const isOlderSet: Look = ({ kind, permissions }, { types }) => {
  if (kind !== 'token' || !classify(permissions, types).olderSet) return undefined;
  return `Without ${listText(newerMissing(permissions, types).map(typeWords))}`;
};

const isUnscoped: Look = (credential, around, index) => {
  const { kind, permissions } = credential;
  if (!hasUnscoped(index)) return undefined;
  if (kind === 'token' && classify(permissions, around.types).class === 'operator')
    return undefined;
  return worded(
    credential,
    around,
    ({ resource: { orgID, id, type } }) => !orgID && !id && type !== 'instance',
  );
};

/** Reading an org by id is how clients find it by name. */
function isBeyond({ action, resource: { type, id } }: Permission): boolean {
  if (type === 'buckets') return false;
  return !(type === 'orgs' && id && action === 'read');
}

const isBeyondBuckets: Look = (credential, around, index) => {
  const { kind, orgID, permissions } = credential;
  if (holdsOnlyBuckets(index) || !permissions.some(isBeyond)) return undefined;
  const held = kind === 'token' ? classify(permissions, around.types).class : 'custom';
  if (held === 'operator') return undefined;
  if (held === 'all-access') return `Everything in ${around.orgs.get(orgID) ?? orgID}`;
  return worded(credential, around, isBeyond);
};

const namesGoneBucket: Look = (credential, around, { byId }) => {
  const ids = byId.get('buckets');
  if (!around.isComplete || !ids) return undefined;
  for (const id of ids.keys()) {
    if (around.buckets.has(id)) continue;
    return worded(
      credential,
      around,
      ({ resource }) => resource.type === 'buckets' && isGone(resource, around),
    );
  }
  return undefined;
};

const matchesNothing: Look = (credential, around, { inOrg }) => {
  for (const types of inOrg.values()) {
    if (types.has('orgs') || types.has('users')) {
      return worded(credential, around, ({ resource }) => isIdle(resource));
    }
  }
  return undefined;
};

const hasInactiveOwner: Look = ({ userID, user }, { users }) =>
  users.get(userID)?.status === 'inactive' ? `User ${user || userID} is inactive` : undefined;

const hasGoneOwner: Look = ({ userID, user }, { users, isComplete }) =>
  isComplete && !users.has(userID) ? `User ${user || userID} is gone` : undefined;

const isInactive: Look = ({ kind, status }) =>
  status === 'inactive' ? `The ${kind} is inactive` : undefined;

const looks: readonly (readonly [RuleName, Look])[] = [
  ['operator-token', isOperator],
  ['unscoped-permission', isUnscoped],
  ['owner-gone', hasGoneOwner],
  ['owner-inactive', hasInactiveOwner],
  ['deleted-bucket', namesGoneBucket],
  ['matches-nothing', matchesNothing],
  ['older-set', isOlderSet],
  ['beyond-buckets', isBeyondBuckets],
  ['inactive', isInactive],
];

/** Of one token or v1 user, worst first. Duplicates and buckets are found by looking at all of them. */
export function credentialFindings(credential: Findable, around: Surroundings): Finding[] {
  const index = indexOf(credential.permissions);
  const findings: Finding[] = [];
  for (const [rule, look] of looks) {
    const detail = look(credential, around, index);
    if (detail !== undefined) findings.push({ rule, detail });
  }
  return findings;
}
