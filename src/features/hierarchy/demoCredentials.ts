import type { KnownBucket } from '@/lib/surroundings';
import type { Credentials } from '@/api/credentials';
import { levelPermissions } from '@/lib/hierarchy';
import type { DemoCredential } from '@/lib/headgateJson';
import { levels } from '@/lib/levels';
import type { Demonstration, Performer, Plan } from './demonstration';

function credentialsOf({
  kind,
  token,
  username,
  password,
}: DemoCredential): Credentials | undefined {
  if (kind === 'token' && token !== undefined) return { kind, token };
  if (kind !== 'v1' || username === undefined || password === undefined) return undefined;
  return { kind, username, password };
}

/** The four that the demo InfluxDB comes with, where it has them all. Nothing is written to its buckets. */
export function demoDemonstration(
  samples: readonly DemoCredential[],
  buckets: readonly KnownBucket[],
  plan: Plan,
): Demonstration | undefined {
  const ownName = samples.find(({ level }) => level === 'read/write')?.bucket;
  const users = buckets.filter(({ type }) => type === 'user');
  const own = users.find(({ name }) => name === ownName);
  const other = users.find(({ id, orgID }) => id !== own?.id && orgID === own?.orgID);
  if (!own || !other) return undefined;
  const performers = levels.flatMap((level): Performer[] => {
    const sample = samples.find((one) => one.level === level);
    const credentials = sample && credentialsOf(sample);
    const place = { ...plan, orgID: own.orgID, bucketID: own.id };
    return credentials ? [{ level, credentials, permissions: levelPermissions(level, place) }] : [];
  });
  const { mark } = plan;
  const stage = { mark, orgID: own.orgID, own, other, line: '# Headgate: nothing to store' };
  return performers.length === levels.length ? { stage, performers } : undefined;
}
