import { Pairs } from './pairs';
import { classify } from './permissionClasses';
import { heldOn, indexOf } from './permissionIndex';
import type { Credential, KnownBucket, Surroundings } from './surroundings';
import { isUsable } from './surroundings';

/**
 * What credentials hold on buckets, as numbers that move to a worker without a copy. A credential is its position in
 * the list that was given, buckets and orgs likewise.
 */
export interface AccessColumns {
  /** The grants of credential `c` are those from `starts[c]` up to `starts[c + 1]`. */
  starts: Uint32Array;
  /** Of each grant: what it is on, and the actions. */
  grants: Uint8Array;
  /** Of each grant: the org or bucket; 0 for those on everything. */
  targets: Uint32Array;
  /** Of each credential. */
  flags: Uint8Array;
  /** Of each bucket: its org. */
  orgOf: Uint32Array;
  /** Of each bucket: 1 for system buckets, which are read with the org. */
  isSystem: Uint8Array;
}

/** In `grants`, above the two bits of the actions. */
export const onBucket = 4;
export const onOrg = 8;
export const onEverything = 16;
/** With `onOrg` or `onEverything`: system buckets only. */
export const onSystem = 32;

/** In `flags`. The server takes it. */
export const works = 1;
/** An operator or all-access token. */
export const isWide = 2;

function positions(ids: Iterable<string>): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return numbers;
}

interface Numbers {
  orgs: ReadonlyMap<string, number>;
  buckets: ReadonlyMap<string, number>;
}

/** Of one credential, on buckets that are known. */
function addGrants({ permissions }: Credential, { orgs, buckets }: Numbers, to: Pairs): void {
  const index = indexOf(permissions);
  const onAll = heldOn(index, { type: 'buckets' });
  const readsOrgs = heldOn(index, { type: 'orgs' }) & 1;
  if (onAll) to.add(onEverything | onAll, 0);
  if (readsOrgs) to.add(onEverything | onSystem | 1, 0);
  for (const [orgID, types] of index.inOrg) {
    const org = orgs.get(orgID);
    const bits = types.get('buckets');
    if (org !== undefined && bits) to.add(onOrg | bits, org);
  }
  for (const [id, bits] of index.byId.get('buckets') ?? []) {
    const bucket = buckets.get(id);
    if (bucket !== undefined) to.add(onBucket | bits, bucket);
  }
  for (const [id, bits] of index.byId.get('orgs') ?? []) {
    const org = orgs.get(id);
    if (org !== undefined && bits & 1) to.add(onOrg | onSystem | 1, org);
  }
}

function flagsOf(credential: Credential, around: Surroundings): number {
  const { kind, permissions } = credential;
  const held = classify(permissions, around.types).class;
  const wide = kind === 'token' && (held === 'operator' || held === 'all-access');
  return (isUsable(credential, around) ? works : 0) | (wide ? isWide : 0);
}

/** Takes credentials one by one, so that thousands need not be one task. */
export class AccessColumnsMaker {
  readonly #around: Surroundings;
  readonly #numbers: Numbers;
  readonly #buckets: readonly KnownBucket[];
  readonly #starts = [0];
  readonly #flags: number[] = [];
  readonly #grants = new Pairs();

  constructor(buckets: readonly KnownBucket[], around: Surroundings) {
    this.#around = around;
    this.#buckets = buckets;
    this.#numbers = {
      orgs: positions(buckets.map(({ orgID }) => orgID)),
      buckets: positions(buckets.map(({ id }) => id)),
    };
  }

  add(credential: Credential): void {
    this.#flags.push(flagsOf(credential, this.#around));
    addGrants(credential, this.#numbers, this.#grants);
    this.#starts.push(this.#grants.length);
  }

  done(): AccessColumns {
    const { small, large } = this.#grants.from(0);
    const { orgs } = this.#numbers;
    return {
      starts: Uint32Array.from(this.#starts),
      grants: small,
      targets: large,
      flags: Uint8Array.from(this.#flags),
      orgOf: Uint32Array.from(this.#buckets, ({ orgID }) => orgs.get(orgID) ?? 0),
      isSystem: Uint8Array.from(this.#buckets, ({ type }) => (type === 'system' ? 1 : 0)),
    };
  }
}

export function accessColumns(
  credentials: readonly Credential[],
  buckets: readonly KnownBucket[],
  around: Surroundings,
): AccessColumns {
  const maker = new AccessColumnsMaker(buckets, around);
  for (const credential of credentials) maker.add(credential);
  return maker.done();
}
