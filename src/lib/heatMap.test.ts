import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bitLetters, heatMap, heldIn } from './heatMap';
import type { Permission } from './permissions';
import type { Credential, KnownBucket, Surroundings } from './surroundings';

const orgID = 'org-a';
const buckets: KnownBucket[] = [
  { id: 'a', orgID, name: 'a', type: 'user' },
  { id: 'b', orgID, name: 'b', type: 'user' },
  { id: 's', orgID, name: '_tasks', type: 'system' },
];
const around: Surroundings = {
  types: ['buckets', 'orgs', 'tasks'],
  orgs: new Map([[orgID, 'iot']]),
  buckets: new Map(buckets.map((bucket) => [bucket.id, bucket])),
  users: new Map([['u', { id: 'u', name: 'admin', status: 'active' }]]),
  isComplete: true,
};

function credential(id: number, permissions: readonly Permission[]): Credential {
  return {
    kind: 'token',
    id: String(id),
    name: `token ${id}`,
    status: 'active',
    orgID,
    org: 'iot',
    userID: 'u',
    user: 'admin',
    permissions,
    createdAt: '',
    updatedAt: '',
  };
}

const permission = fc.record({
  action: fc.constantFrom('read' as const, 'write' as const),
  resource: fc.record(
    {
      type: fc.constantFrom('buckets', 'orgs', 'tasks', 'instance'),
      orgID: fc.constantFrom(orgID, 'org-b'),
      id: fc.constantFrom('a', 'b', 's', 'gone', orgID),
    },
    { requiredKeys: ['type'] },
  ),
});

test('the counts of rows and columns are those of the cells', () => {
  fc.assert(
    fc.property(fc.array(fc.array(permission, { maxLength: 6 }), { maxLength: 8 }), (sets) => {
      const credentials = sets.map((set, id) => credential(id, set));
      const { rows, columns } = heatMap(orgID, buckets, credentials, around);
      const has = (bit: number) => (cell: number) => (cell & bit) !== 0;
      for (const row of rows) {
        const cells = columns.map((column) => heldIn(row, column));
        expect(row.reads).toBe(cells.filter(has(1)).length);
        expect(row.writes).toBe(cells.filter(has(2)).length);
        expect(row.reads + row.writes).toBeGreaterThan(0);
      }
      for (const column of columns) {
        const cells = rows.map((row) => heldIn(row, column));
        expect(column.readers).toBe(cells.filter(has(1)).length);
        expect(column.writers).toBe(cells.filter(has(2)).length);
      }
    }),
  );
});

test('who reaches no bucket of the org has no row', () => {
  const elsewhere: Permission = {
    action: 'read',
    resource: { type: 'buckets', orgID: 'org-b' },
  };
  const tasks: Permission = { action: 'write', resource: { type: 'tasks', orgID } };
  const credentials = [credential(1, [elsewhere]), credential(2, [tasks])];
  expect(heatMap(orgID, buckets, credentials, around).rows).toEqual([]);
});

test('a system bucket is read with the org and not by its id', () => {
  const byId = credential(1, [{ action: 'read', resource: { type: 'buckets', id: 's' } }]);
  const byOrg = credential(2, [{ action: 'read', resource: { type: 'orgs', id: orgID } }]);
  const { rows, columns } = heatMap(orgID, buckets, [byId, byOrg], around);
  expect(rows.map((row) => columns.map((column) => bitLetters[heldIn(row, column)]))).toEqual([
    ['', '', 'R'],
  ]);
});
