import { permissionWords } from './permissionWords';
import type { Action, Permission } from './permissions';
import { covers, distinct } from './permissions';
import type { KnownBucket, Surroundings } from './surroundings';
import { neededFor } from './surroundings';

/** A harmless call whose answer shows that a token works, and that it holds something. */
export type TokenProbe =
  | { kind: 'read bucket'; bucket: KnownBucket; words: string }
  /** An empty body: the server asks for the permission, and stores nothing. */
  | { kind: 'write bucket'; bucket: KnownBucket; words: string }
  /** A call of this path is refused without exactly this permission. */
  | { kind: 'read'; path: string; words: string }
  /** Who it is: shows that the server knows it and that it is active, whatever it holds. */
  | { kind: 'known'; words: string };

export interface TokenProbes {
  probes: TokenProbe[];
  /** Why they do not show what it may do, in a sentence; empty when they do. */
  gap: string;
}

/** Resource types whose single objects are read at `/api/v2/<type>/<id>` and refused without the permission. */
const readById = new Set(['orgs', 'users', 'dashboards', 'variables', 'labels', 'telegrafs']);

function bucketFor(
  permissions: readonly Permission[],
  action: Action,
  around: Surroundings,
  orgID: string,
): KnownBucket | undefined {
  const held = permissions.filter((held) => held.action === action);
  if (!held.some(({ resource }) => resource.type === 'buckets')) return undefined;
  let other: KnownBucket | undefined;
  for (const bucket of around.buckets.values()) {
    const isReached = held.some((permission) => covers(permission, neededFor(action, bucket)));
    if (bucket.type !== 'user' || !isReached) continue;
    if (bucket.orgID === orgID) return bucket;
    other ??= bucket;
  }
  return other;
}

function objectFor(permissions: readonly Permission[], around: Surroundings) {
  return permissions.find(
    ({ action, resource: { type, id } }) =>
      action === 'read' &&
      id !== undefined &&
      readById.has(type) &&
      (type !== 'users' || around.users.has(id)) &&
      (type !== 'orgs' || around.orgs.has(id)),
  );
}

/** Secrets are listed by name only, and refused as a whole. */
function secretsFor(permissions: readonly Permission[]) {
  return permissions.find(
    ({ action, resource: { type, orgID, id } }) =>
      action === 'read' && type === 'secrets' && orgID !== undefined && id === undefined,
  );
}

const known: TokenProbe = { kind: 'known', words: 'is known to the server and active' };

/** Lists prove nothing: an inactive token gets them, empty. */
export function probesFor(
  granted: readonly Permission[],
  orgID: string,
  around: Surroundings,
): TokenProbes {
  const permissions = distinct(granted);
  const probes: TokenProbe[] = [];
  const read = bucketFor(permissions, 'read', around, orgID);
  if (read) probes.push({ kind: 'read bucket', bucket: read, words: `reads “${read.name}”` });
  const write = bucketFor(permissions, 'write', around, orgID);
  if (write) probes.push({ kind: 'write bucket', bucket: write, words: `writes “${write.name}”` });
  if (probes.length > 0) return { probes, gap: '' };
  const object = objectFor(permissions, around);
  if (object) {
    const { type, id } = object.resource;
    const words = `may ${permissionWords(object, around)}`;
    return { probes: [{ kind: 'read', path: `/api/v2/${type}/${id}`, words }], gap: '' };
  }
  const secrets = secretsFor(permissions);
  if (secrets) {
    const path = `/api/v2/orgs/${secrets.resource.orgID}/secrets`;
    return {
      probes: [{ kind: 'read', path, words: `may ${permissionWords(secrets, around)}` }],
      gap: '',
    };
  }
  return {
    probes: [known],
    gap: 'No harmless call asks for what this token holds: only whether the server takes it can be proven, not what it may do.',
  };
}
