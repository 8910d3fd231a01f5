import type { Caller } from '@/api/caller';
import { knownTypes } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import type { KnownBucket, KnownUser, Surroundings } from '@/lib/surroundings';
import { allAccessSet, both, operatorSet } from './accessScene';

const orgCount = 10;
const userCount = 50;

const hex = (prefix: string, n: number) => prefix + n.toString(16).padStart(14, '0');
const orgID = (n: number) => hex('0a', n % orgCount);

/** An operator of a server with so many buckets, every 25th of the system. */
export function manyBuckets(count: number): Surroundings & { caller: Caller } {
  const buckets = Array.from({ length: count }, (_, n): KnownBucket => ({
    id: hex('0b', n),
    orgID: orgID(n),
    name: `team-${(n * 37) % 100}-sensors-${n}`,
    type: n % 25 === 0 ? 'system' : 'user',
  }));
  const users = Array.from({ length: userCount }, (_, n): KnownUser => ({
    id: hex('0c', n),
    name: `user ${n}`,
    status: n % 10 === 9 ? 'inactive' : 'active',
  }));
  return {
    types: knownTypes,
    orgs: new Map(Array.from({ length: orgCount }, (_, n) => [orgID(n), `org ${n}`])),
    buckets: new Map(buckets.map((one) => [one.id, one])),
    users: new Map(users.map((one) => [one.id, one])),
    isComplete: true,
    caller: {
      kind: 'token',
      isOperator: true,
      isComplete: true,
      granted: [],
      denied: [],
      orgs: [],
      databases: [],
    },
  };
}

/** Some 40 each: 20 buckets of its org; every tenth is an all-access token, every hundredth an operator token. */
function permissions(n: number, buckets: readonly KnownBucket[]): readonly Permission[] {
  if (n % 100 === 0) return operatorSet;
  if (n % 10 === 0) return allAccessSet(orgID(n), hex('0c', n % userCount));
  return Array.from({ length: 20 }, (_, i) => {
    const at = (n * 7919 + i * 104_729) % Math.floor(buckets.length / orgCount);
    const { id, orgID: own, name } = buckets[at * orgCount + (n % orgCount)] ?? {};
    return both('buckets', { id, orgID: own, name, org: `org ${n % orgCount}` });
  }).flat();
}

/** What `/api/v2/authorizations` answers on such a server. */
export function tokenAnswer(count: number, { buckets }: Surroundings): string {
  const all = [...buckets.values()];
  const start = Date.UTC(2026, 0, 1);
  const authorizations = Array.from({ length: count }, (_, n) => {
    const time = new Date(start + n * 60_000).toISOString();
    return {
      id: hex('0d', n),
      token: '',
      status: n % 10 === 3 ? 'inactive' : 'active',
      description: `device ${n} of hall ${n % 90}`,
      orgID: orgID(n),
      org: `org ${n % orgCount}`,
      userID: hex('0c', n % userCount),
      user: `user ${n % userCount}`,
      permissions: permissions(n, all),
      links: { self: `/api/v2/authorizations/${hex('0d', n)}`, user: '/api/v2/users/x' },
      createdAt: time,
      updatedAt: time,
    };
  });
  return JSON.stringify({ links: { self: '/api/v2/authorizations' }, authorizations });
}
