import { credentialName } from '@/lib/credentialName';
import { paths } from '@/lib/paths';
import { orgName } from '@/lib/permissionWords';
import type { Credential, Surroundings } from '@/lib/surroundings';

/** Something whose access has a page. */
export interface Target {
  kind: 'bucket' | 'user' | 'org' | Credential['kind'];
  id: string;
  name: string;
  /** Its org or owner. */
  about: string;
  to: string;
  /** In lower case. */
  searched: string;
}

const most = 12;

function target(found: Omit<Target, 'searched'>): Target {
  return { ...found, searched: found.name.toLowerCase() };
}

/** Buckets, users and orgs first: of tokens there may be ten thousand. */
export function targetsOf(
  server: string,
  { orgs, buckets, users }: Surroundings,
  credentials: readonly Credential[],
): Target[] {
  return [
    ...[...buckets.values()].map(({ id, name, orgID }) =>
      target({
        ...{ kind: 'bucket', id, name, to: paths.bucketAccess(server, id) },
        about: orgName(orgID, { orgs }),
      }),
    ),
    ...[...users.values()].map(({ id, name }) =>
      target({ kind: 'user', id, name, about: '', to: paths.userAccess(server, id) }),
    ),
    ...[...orgs].map(([id, name]) =>
      target({ kind: 'org', id, name, about: '', to: paths.orgAccess(server, id) }),
    ),
    ...credentials.map(({ kind, id, name, org }) =>
      target({
        ...{ kind, id, about: org },
        name: credentialName({ name }),
        to: paths.credential(server, { kind, id }),
      }),
    ),
  ];
}

function rank({ searched, id }: Target, text: string): number {
  if (searched === text || id === text) return 0;
  return searched.startsWith(text) ? 1 : 2;
}

/** The best few: the same name, then those that begin with it, then those in which every word occurs. */
export function found(targets: readonly Target[], sought: string): Target[] {
  const text = sought.trim().toLowerCase();
  if (text === '') return [];
  const words = text.split(/\s+/);
  return targets
    .filter(({ searched, id }) => id === text || words.every((word) => searched.includes(word)))
    .map((one) => ({ one, rank: rank(one, text) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ one }) => one);
}
