import { knownTypes } from '@/lib/permissionClasses';
import type { Permission } from '@/lib/permissions';
import { readOf, writeOf } from '@/lib/permissions';
import type { Credential, KnownBucket, Surroundings } from '@/lib/surroundings';

/** Two orgs, four buckets, three users: what the ids in tests of access stand for. */
export const iot = '0a00000000000001';
export const lab = '0a00000000000002';
export const ada = '0c00000000000001';
export const otto = '0c00000000000002';
export const gone = '0b000000000000ff';

function bucket(id: string, orgID: string, name: string): KnownBucket {
  return { id, orgID, name, type: 'user' };
}

export const air = bucket('0b00000000000001', iot, 'airsensors');
export const ts = bucket('0b00000000000002', iot, 'ts-bucket');
export const tests = bucket('0b00000000000003', lab, 'tests');
export const monitoring: KnownBucket = {
  ...bucket('0b00000000000004', iot, '_monitoring'),
  type: 'system',
};

export const around: Surroundings = {
  types: knownTypes,
  orgs: new Map([
    [iot, 'iot'],
    [lab, 'lab'],
  ]),
  buckets: new Map([air, ts, tests, monitoring].map((one) => [one.id, one])),
  users: new Map([
    [ada, { id: ada, name: 'ada', status: 'active' }],
    [otto, { id: otto, name: 'otto', status: 'inactive' }],
  ]),
  isComplete: true,
};

export function both(type: string, place: Omit<Permission['resource'], 'type'> = {}): Permission[] {
  return [readOf(type, place), writeOf(type, place)];
}

export function inBucket({ id, orgID }: KnownBucket) {
  return { orgID, id };
}

export const operatorSet = knownTypes.flatMap((type) => both(type));

/** As the UI and the CLI make it: one org by id, read; one user by id; the rest org-wide. */
export function allAccessSet(
  orgID: string = iot,
  userID: string = ada,
  types: readonly string[] = knownTypes,
): Permission[] {
  return types.flatMap((type) => {
    if (type === 'orgs') return [readOf('orgs', { id: orgID })];
    return type === 'users' ? both('users', { id: userID }) : both(type, { orgID });
  });
}

let made = 0;

export function credential(
  permissions: readonly Permission[],
  change: Partial<Credential> = {},
): Credential {
  const id = `0d${String(++made).padStart(14, '0')}`;
  return {
    kind: 'token',
    id,
    name: `token ${made}`,
    status: 'active',
    orgID: iot,
    org: 'iot',
    userID: ada,
    user: 'ada',
    permissions,
    createdAt: '2026-11-01T00:00:00Z',
    updatedAt: '2026-11-01T00:00:00Z',
    ...change,
  };
}
