import type { Action, Permission, PermissionResource } from './permissions';
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

/** A set of permissions by scope, without duplicates, in the order of the set: made in one pass, asked in one step. */
export interface PermissionIndex {
  /** Type → actions, without a scope. With `instance`, if that is held. */
  everywhere: HeldByName;
  /** Org → type → actions. */
  inOrg: ReadonlyMap<string, HeldByName>;
  /** Type → id → actions, whatever org is named beside the id: the server does not compare it. */
  byId: ReadonlyMap<string, HeldByName>;
  /** All actions of all permissions but `instance`. */
  all: Bits;
  /** The org that is named, also beside ids and as the id of an org, when there is one only. */
  soleOrg: string | undefined;
}

type Nested = Map<string, Map<string, Bits>>;

function add(map: Map<string, Bits>, name: string, bits: number): void {
  map.set(name, ((map.get(name) ?? 0) | bits) as Bits);
}

function addIn(map: Nested, outer: string, name: string, bits: number): void {
  const child = map.get(outer);
  if (child) add(child, name, bits);
  else map.set(outer, new Map([[name, bits as Bits]]));
}

/** Lists of 10,000 tokens are indexed whole: permissions are visited once. */
class Scopes implements PermissionIndex {
  readonly everywhere = new Map<string, Bits>();
  readonly inOrg: Nested = new Map();
  readonly byId: Nested = new Map();
  all: Bits = 0;
  soleOrg: string | undefined;
  #org: string | undefined;

  add({ type, orgID, id }: PermissionResource, bits: number): void {
    if (type === 'instance') {
      add(this.everywhere, type, bits);
      return;
    }
    this.all = (this.all | bits) as Bits;
    const org = orgID || (type === 'orgs' ? id : undefined);
    if (org && org !== this.#org) this.#name(org);
    if (id) addIn(this.byId, type, id, bits);
    else if (orgID) addIn(this.inOrg, orgID, type, bits);
    else add(this.everywhere, type, bits);
  }

  #name(org: string): void {
    this.soleOrg = this.#org === undefined ? org : undefined;
    this.#org ??= org;
  }
}

/** Reading and writing the same mostly stand side by side: they are added at once. */
function indexed(permissions: readonly Permission[]): PermissionIndex {
  const scopes = new Scopes();
  let last: PermissionResource | undefined;
  let bits = 0;
  for (const { action, resource } of permissions) {
    const { type, id, orgID } = resource;
    if (last && (last.id !== id || last.type !== type || last.orgID !== orgID)) {
      scopes.add(last, bits);
      bits = 0;
    }
    last = resource;
    bits |= action === 'read' ? 1 : 2;
  }
  if (last) scopes.add(last, bits);
  return scopes;
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

/** Buckets by id, and nothing else. */
export function holdsOnlyBuckets(index: PermissionIndex): boolean {
  const { inOrg, byId } = index;
  return !hasUnscoped(index) && inOrg.size === 0 && byId.size === 1 && byId.has('buckets');
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
