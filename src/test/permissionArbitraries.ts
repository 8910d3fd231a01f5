import fc from 'fast-check';
import type { Permission } from '@/lib/permissions';
import type { Credential, KnownBucket, Surroundings } from '@/lib/surroundings';
import { around, credential } from './accessScene';

/** Few ids, so that permissions often meet. */
const orgIDs = ['0a00000000000001', '0a00000000000002', '0a00000000000003'];
const ids = Array.from({ length: 5 }, (_, n) => `0b0000000000000${n}`);

const action = fc.constantFrom('read' as const, 'write' as const);
const org = fc.constantFrom(...orgIDs);
const id = fc.constantFrom(...ids, ...orgIDs);

export const permission: fc.Arbitrary<Permission> = fc.record({
  action,
  resource: fc.record(
    {
      type: fc.constantFrom('buckets', 'orgs', 'users', 'tasks', 'instance'),
      orgID: org,
      id,
    },
    { requiredKeys: ['type'] },
  ),
});

/** `instance` is rare: it covers everything. */
export const permissions: fc.Arbitrary<Permission[]> = fc
  .array(permission, { maxLength: 8 })
  .map((all) => all.filter(({ resource }, n) => resource.type !== 'instance' || n === 6));

export const buckets: fc.Arbitrary<KnownBucket[]> = fc
  .tuple(
    ...ids.map((own) =>
      fc.record({
        id: fc.constant(own),
        orgID: org,
        name: fc.constant(`bucket ${own}`),
        type: fc.constantFrom('user' as const, 'user' as const, 'system' as const),
      }),
    ),
  )
  .chain((all) => fc.subarray(all));

export const credentials: fc.Arbitrary<Credential[]> = fc.array(
  fc
    .record({
      permissions,
      status: fc.constantFrom('active' as const, 'active' as const, 'inactive' as const),
      userID: fc.constantFrom(...around.users.keys()),
      kind: fc.constantFrom('token' as const, 'v1 user' as const),
    })
    .map(({ permissions: held, ...change }) => credential(held, change)),
  { maxLength: 6 },
);

export function knowing(all: readonly KnownBucket[]): Surroundings {
  return { ...around, buckets: new Map(all.map((one) => [one.id, one])) };
}
