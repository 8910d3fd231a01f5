import { isUsable } from '@/lib/surroundings';
import type { Bits } from '@/lib/permissionIndex';
import { heldOnBucket, indexOf } from '@/lib/permissionIndex';
import { classify } from '@/lib/permissionClasses';
import type { Credential, KnownBucket, Surroundings } from '@/lib/surroundings';

export type Leaving = Pick<Credential, 'id' | 'status' | 'userID' | 'permissions' | 'kind'>;

/** What nobody does any more once some tokens are gone, besides operator and all-access tokens. */
export interface Losses {
  /** Buckets that lose their last reader. */
  unread: readonly KnownBucket[];
  /** Buckets that lose their last writer. */
  unwritten: readonly KnownBucket[];
  /** Operator or all-access tokens stay, which reach these too. */
  isBacked: boolean;
  /** No operator token that works is left. */
  noOperator: boolean;
}

/** What several credentials hold together on buckets. */
class Together {
  #sets: ReturnType<typeof indexOf>[] = [];
  #byId = new Map<string, number>();

  add({ permissions }: Leaving): void {
    const index = indexOf(permissions);
    if (index.everywhere.size + index.inOrg.size > 0) this.#sets.push(index);
    for (const [id, bits] of index.byId.get('buckets') ?? []) {
      this.#byId.set(id, (this.#byId.get(id) ?? 0) | bits);
    }
  }

  on(bucket: KnownBucket): number {
    let bits = this.#byId.get(bucket.id) ?? 0;
    for (const index of this.#sets) {
      if (bits === 3) break;
      bits |= heldOnBucket(index, bucket);
    }
    return bits;
  }
}

export function lossesOf(
  leaving: readonly Leaving[],
  all: readonly Credential[],
  around: Surroundings,
): Losses {
  const ids = new Set(leaving.map(({ id }) => id));
  const going = new Together();
  const staying = new Together();
  let goingOperators = 0;
  let stayingOperators = 0;
  let stayingAllAccess = 0;
  for (const credential of all) {
    if (!isUsable(credential, around)) continue;
    const isGoing = credential.kind === 'token' && ids.has(credential.id);
    const held = credential.kind === 'token' ? classOf(credential, around) : 'v1 user';
    if (held === 'operator' && isGoing) goingOperators++;
    else if (held === 'operator') stayingOperators++;
    else if (held === 'all-access' && !isGoing) stayingAllAccess++;
    if (held === 'operator' || held === 'all-access') continue;
    (isGoing ? going : staying).add(credential);
  }
  const lost = (bit: Bits) =>
    [...around.buckets.values()].filter(
      (bucket) => bucket.type === 'user' && going.on(bucket) & bit & ~staying.on(bucket),
    );
  return {
    unread: lost(1),
    unwritten: lost(2),
    isBacked: stayingOperators + stayingAllAccess > 0,
    noOperator: around.isComplete && goingOperators > 0 && stayingOperators === 0,
  };
}

function classOf({ permissions }: Leaving, { types }: Surroundings) {
  return classify(permissions, types).class;
}
