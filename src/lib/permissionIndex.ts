import type { Action, Permission } from './permissions';
import type { KnownBucket } from './surroundings';

/** Actions as bits: 1 reads, 2 writes, 3 both. */
export type Bits = 0 | 1 | 2 | 3;

export const bitOf: Readonly<Record<Action, Bits>> = { read: 1, write: 2 };

/** Type or id → actions. */
export type HeldByName = ReadonlyMap<string, Bits>;

/** For lists: those with both actions first. */
export const bitsOrder: readonly Bits[] = [3, 1, 2];

export function namesWith(held: HeldByName, bits: Bits): string[] {
  return [...held].filter(([, own]) => own === bits).map(([name]) => name);
}

/** A set of permissions by scope, without duplicates: made in one pass, asked in one step. In the order of the set. */
export interface PermissionIndex {
  /** Type → actions, without a scope. With `instance`, if that is held. */
  everywhere: HeldByName;
  /** Org → type → actions. */
  inOrg: ReadonlyMap<string, HeldByName>;
  /** Type → id → actions, whatever org is named beside the id: the server does not compare it. */
  byId: ReadonlyMap<string, HeldByName>;
  /** Every org that is named, also beside ids and as the id of an org. */
  orgIDs: ReadonlySet<string>;
  /** All actions of all permissions but `instance`. */
  all: Bits;
}

function child<Value>(map: Map<string, Map<string, Value>>, key: string): Map<string, Value> {
  let found = map.get(key);
  if (!found) map.set(key, (found = new Map<string, Value>()));
  return found;
}

function add(map: Map<string, Bits>, key: string, bit: Bits): void {
  map.set(key, ((map.get(key) ?? 0) | bit) as Bits);
}

function indexed(permissions: readonly Permission[]): PermissionIndex {
  const everywhere = new Map<string, Bits>();
  const inOrg = new Map<string, Map<string, Bits>>();
  const byId = new Map<string, Map<string, Bits>>();
  const orgIDs = new Set<string>();
  let all = 0;
  for (const { action, resource } of permissions) {
    const { type, orgID, id } = resource;
    const bit = bitOf[action];
    if (type !== 'instance') all |= bit;
    if (orgID) orgIDs.add(orgID);
    else if (id && type === 'orgs') orgIDs.add(id);
    if (type === 'instance') add(everywhere, type, bit);
    else if (id) add(child(byId, type), id, bit);
    else if (orgID) add(child(inOrg, orgID), type, bit);
    else add(everywhere, type, bit);
  }
  return { everywhere, inOrg, byId, orgIDs, all: all as Bits };
}

const known = new WeakMap<readonly Permission[], PermissionIndex>();

/** Kept as long as the array is, which must not change meanwhile. */
export function indexOf(permissions: readonly Permission[]): PermissionIndex {
  let index = known.get(permissions);
  if (!index) known.set(permissions, (index = indexed(permissions)));
  return index;
}

/** Something is held without a scope, `instance` not counted. */
export function hasUnscoped({ everywhere }: PermissionIndex): boolean {
  return everywhere.size > (everywhere.has('instance') ? 1 : 0);
}

/** What is held on one resource: as `covers`, for both actions at once. */
export function heldOn(
  { everywhere, inOrg, byId }: PermissionIndex,
  { type, orgID, id }: { type: string; orgID?: string; id?: string },
): Bits {
  const anywhere = (everywhere.get('instance') ?? 0) | (everywhere.get(type) ?? 0);
  const here = orgID ? (inOrg.get(orgID)?.get(type) ?? 0) : 0;
  const itself = id ? (byId.get(type)?.get(id) ?? 0) : 0;
  return (anywhere | here | itself) as Bits;
}

export function indexCovers(index: PermissionIndex, { action, resource }: Permission): boolean {
  return (heldOn(index, resource) & bitOf[action]) !== 0;
}

/** Of the data in a bucket. System buckets are read with the org. */
export function heldOnBucket(
  index: PermissionIndex,
  { id, orgID, type }: Pick<KnownBucket, 'id' | 'orgID' | 'type'>,
): Bits {
  const held = heldOn(index, { type: 'buckets', orgID, id });
  if (type === 'user') return held;
  return ((held & 2) | (heldOn(index, { type: 'orgs', id: orgID }) & 1)) as Bits;
}

/** Permissions that are never asked for: the server asks for orgs and users by id, never by org. */
export function isIdle({ type, orgID, id }: { type: string; orgID?: string; id?: string }) {
  return Boolean(orgID) && !id && (type === 'orgs' || type === 'users');
}
