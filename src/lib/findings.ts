import { classify } from './permissionClasses';
import { isGone, permissionWords, typeWords } from './permissionWords';
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
    title: 'Permission set of an older server',
    severity: 'notice',
    why: 'Resource types that came with newer versions are missing, so it fails where a full one works.',
    fix: 'Replace it by a token of the same preset.',
  },
  'unscoped-permission': {
    title: 'Permission without a scope',
    severity: 'danger',
    why: 'Without org and id it holds in every org, which is mostly a slip: the server ignores names.',
    fix: 'Replace the token by one with ids.',
  },
  'beyond-buckets': {
    title: 'More than reading and writing buckets',
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
    title: 'Permission for a deleted bucket',
    severity: 'notice',
    why: 'It grants nothing: a new bucket of the same name has another id.',
    fix: 'Replace the credential by one with the buckets there are.',
  },
  'matches-nothing': {
    title: 'Permission that matches nothing',
    severity: 'notice',
    why: 'The server asks for orgs and users by id, never by org, so this grants nothing.',
    fix: 'Replace the credential by one with ids.',
  },
  duplicate: {
    title: 'The same permissions several times',
    severity: 'notice',
    why: 'When two clients share what they hold, nobody can tell which token belongs to which.',
    fix: 'Delete those nobody uses.',
  },
  'database-nowhere': {
    title: 'v1 user without a database',
    severity: 'warning',
    why: 'No database leads to its buckets, so its clients get “database not found”.',
    fix: 'Map a database to one of its buckets.',
  },
  'bucket-without-reader': {
    title: 'Bucket that nobody reads',
    severity: 'notice',
    why: 'Only operator and all-access tokens reach what is written there.',
    fix: 'Give a reader to it, or delete it.',
  },
  'bucket-without-writer': {
    title: 'Bucket that nobody writes',
    severity: 'notice',
    why: 'Only operator and all-access tokens can write there.',
    fix: 'Give a writer to it, or delete it.',
  },
};

/** Of one token or v1 user. Duplicates and buckets are found by looking at all of them. */
export function credentialFindings(credential: Credential, around: Surroundings): Finding[] {
  const { kind, status, user, userID, permissions } = credential;
  const findings: Finding[] = [];
  const held = classify(permissions, around.types);
  if (held.class === 'operator') {
    findings.push({ rule: 'operator-token', detail: 'Everything, in every org' });
  }
  if (held.olderSet) {
    const has = new Set(permissions.map(({ resource }) => resource.type));
    const missing = around.types.filter((type) => !has.has(type)).map(typeWords);
    findings.push({ rule: 'older-set', detail: `Without ${missing.join(', ')}` });
  }
  const unscoped = distinct(permissions).filter(
    ({ resource: { orgID, id, type } }) => !orgID && !id && type !== 'instance',
  );
  if (held.class !== 'operator' && unscoped.length > 0) {
    const detail = unscoped.map((permission) => permissionWords(permission, around)).join(', ');
    findings.push({ rule: 'unscoped-permission', detail });
  }
  const gone = permissions.filter(
    ({ resource }) => resource.type === 'buckets' && isGone(resource, around),
  );
  if (gone.length > 0) {
    const detail = gone.map((permission) => permissionWords(permission, around)).join(', ');
    findings.push({ rule: 'deleted-bucket', detail });
  }
  const idle = permissions.filter(
    ({ resource: { type, orgID, id } }) => orgID && !id && (type === 'orgs' || type === 'users'),
  );
  if (idle.length > 0) {
    const detail = idle.map((permission) => permissionWords(permission, around)).join(', ');
    findings.push({ rule: 'matches-nothing', detail });
  }
  const owner = around.users.get(userID);
  if (owner?.status === 'inactive') {
    findings.push({ rule: 'owner-inactive', detail: `User ${user} is inactive` });
  } else if (!owner && around.isComplete) {
    findings.push({ rule: 'owner-gone', detail: `User ${user || userID} is gone` });
  }
  if (status === 'inactive') findings.push({ rule: 'inactive', detail: `The ${kind} is inactive` });
  return findings;
}
