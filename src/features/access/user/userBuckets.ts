import type { Access, ReachedBucket } from '@/lib/accessLookup';
import { bucketReach } from '@/lib/bucketReach';
import { orgName } from '@/lib/permissionWords';
import type { Permission } from '@/lib/permissions';
import type { Credential, KnownBucket } from '@/lib/surroundings';

/** Something by which a user reaches buckets. */
export interface Source {
  kind: Credential['kind'] | 'role';
  /** `token “telegraf”`, `owner of iot` */
  words: string;
  reached: readonly ReachedBucket[];
}

export interface UserBucket {
  bucket: KnownBucket;
  org: string;
  reads: boolean;
  writes: boolean;
  /** The first few, in words. */
  through: readonly string[];
  throughCount: number;
  kinds: readonly Source['kind'][];
}

export function credentialSource(credential: Credential, { reach }: Access): Source {
  const { kind, name, status } = credential;
  const inactive = status === 'inactive' ? ' (inactive)' : '';
  return { kind, words: `${kind} “${name}”${inactive}`, reached: reach(credential) };
}

export function roleSource(
  words: string,
  permissions: readonly Permission[],
  { buckets }: Access,
): Source {
  const reached = bucketReach(permissions, buckets).map(({ bucket, read, write }) => ({
    bucket,
    reads: read !== undefined,
    writes: write !== undefined,
  }));
  return { kind: 'role', words, reached };
}

const named = 4;

interface Found {
  bucket: KnownBucket;
  reads: boolean;
  writes: boolean;
  through: string[];
  throughCount: number;
  kinds: Set<Source['kind']>;
}

/** Every bucket that any of the sources reaches, with what it is reached through. */
export function userBuckets(
  sources: readonly Source[],
  orgs: ReadonlyMap<string, string>,
): UserBucket[] {
  const rows = new Map<string, Found>();
  for (const { kind, words, reached } of sources) {
    for (const { bucket, reads, writes } of reached) {
      let row = rows.get(bucket.id);
      if (!row) {
        row = { ...nothing, bucket, through: [], kinds: new Set() };
        rows.set(bucket.id, row);
      }
      row.reads ||= reads;
      row.writes ||= writes;
      row.throughCount += 1;
      row.kinds.add(kind);
      if (row.through.length < named) row.through.push(words);
    }
  }
  return [...rows.values()].map((row) => ({
    ...row,
    kinds: [...row.kinds],
    org: orgName(row.bucket.orgID, { orgs }),
  }));
}

const nothing = { reads: false, writes: false, throughCount: 0 };
