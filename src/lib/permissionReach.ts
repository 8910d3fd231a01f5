import type { Permission } from './permissions';

/** What a set of permissions touches. */
export interface Reach {
  /** Something in every org. */
  isUnscoped: boolean;
  /** Orgs in which something is granted org-wide. */
  orgIDs: string[];
  readsBuckets: string[];
  writesBuckets: string[];
}

export function reach(permissions: readonly Permission[]): Reach {
  const orgIDs = new Set<string>();
  const buckets = { read: new Set<string>(), write: new Set<string>() };
  let isUnscoped = false;
  for (const { action, resource } of permissions) {
    const { type, orgID, id } = resource;
    if (!orgID && !id) isUnscoped = true;
    else if (orgID && !id) orgIDs.add(orgID);
    else if (type === 'buckets' && id) buckets[action].add(id);
  }
  return {
    isUnscoped,
    orgIDs: [...orgIDs],
    readsBuckets: [...buckets.read],
    writesBuckets: [...buckets.write],
  };
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** In a few words: `every org`, `1 org`, `reads 2 buckets, writes 1`. */
export function reachText({ isUnscoped, orgIDs, readsBuckets, writesBuckets }: Reach): string {
  if (isUnscoped) return 'every org';
  if (orgIDs.length > 0) return counted(orgIDs.length, 'org');
  const reads = readsBuckets.length;
  const writes = writesBuckets.length;
  if (reads > 0 && writes > 0) return `reads ${counted(reads, 'bucket')}, writes ${writes}`;
  if (reads > 0) return `reads ${counted(reads, 'bucket')}`;
  return writes > 0 ? `writes ${counted(writes, 'bucket')}` : 'no bucket';
}
