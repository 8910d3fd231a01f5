import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import type { MatrixRow } from './permissionMatrix';
import {
  cellPermissions,
  changeRow,
  joined,
  matrixOf,
  movedTo,
  ownedBy,
  permissionsOf,
  rowState,
  withCell,
  withPicked,
  withScope,
} from './permissionMatrix';
import type { Permission } from './permissions';
import { distinct, permissionText, readOf, writeOf } from './permissions';
import { presets } from './presets';
import { groupTypes, hasIds } from './typeGroups';

const org = '0000000000000001';
const elsewhere = '0000000000000009';
const owner = '0000000000000002';
const [a, b] = ['00000000000000a1', '00000000000000a2'] as const;

const texts = (permissions: readonly Permission[]) =>
  distinct(permissions).map(permissionText).toSorted();

const again = (permissions: readonly Permission[], types: readonly string[] = knownTypes) =>
  permissionsOf(matrixOf(permissions, org, types));

const id = fc.constantFrom(org, elsewhere, owner, a, b);
const somePermissions = fc.array(
  fc.record({
    action: fc.constantFrom('read' as const, 'write' as const),
    resource: fc.record(
      {
        type: fc.constantFrom(...knownTypes, 'instance', 'gadgets'),
        orgID: id,
        id,
        name: fc.constant('shown only'),
      },
      { requiredKeys: ['type'] },
    ),
  }),
  { maxLength: 60 },
);

test('whatever a token holds comes back from the matrix', () => {
  fc.assert(
    fc.property(somePermissions, (held) => {
      expect(texts(again(held))).toEqual(texts(held));
    }),
  );
});

test('nothing is sent twice', () => {
  fc.assert(
    fc.property(somePermissions, (held) => {
      const sent = again(held).map(permissionText);
      expect(sent).toHaveLength(new Set(sent).size);
    }),
  );
});

/** Bodies are recorded as texts; their ids as names in braces. */
function permissionSets(value: unknown): Permission[][] {
  if (typeof value === 'string' && /^\s*\{.*"permissions"/s.test(value)) {
    try {
      return permissionSets(JSON.parse(value));
    } catch {
      return [];
    }
  }
  if (Array.isArray(value)) return value.flatMap(permissionSets);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'permissions' && Array.isArray(inner) ? [inner as Permission[]] : permissionSets(inner),
  );
}

const transcripts = import.meta.glob<unknown>(
  '/contract/influxdb-2.*/{tokens,setup,signin}*.json',
  {
    eager: true,
    import: 'default',
  },
);

test('every recorded token comes back from the matrix', () => {
  const sets = permissionSets(Object.values(transcripts)).filter((held) =>
    held.every((permission) => /^(read|write)$/.test(permission.action)),
  );
  expect(sets.length).toBeGreaterThan(20);
  for (const held of sets) expect(texts(again(held))).toEqual(texts(held));
});

test.each(presets)('preset $key comes back from the matrix, in its order', ({ build }) => {
  const place = {
    orgID: org,
    userID: owner,
    types: knownTypes,
    readBuckets: [a],
    writeBuckets: [],
  };
  expect(again(build(place)).map(permissionText).toSorted()).toEqual(
    build(place).map(permissionText).toSorted(),
  );
});

test('types that this server does not list have a row when they are granted', () => {
  const { rows } = matrixOf([readOf('gadgets', { orgID: org })], org, knownTypes);
  expect(rows.at(-1)).toMatchObject({ type: 'gadgets', scope: 'org' });
});

function row(type: string, permissions: readonly Permission[]): MatrixRow {
  return matrixOf(permissions, org, knownTypes).rows.find((each) => each.type === type)!;
}

const freely = { orgID: org, allows: () => true };
const sent = (change: MatrixRow) =>
  texts(permissionsOf({ orgID: org, rows: [change], others: [] }));

describe('a row', () => {
  const selected = row('buckets', [
    readOf('buckets', { orgID: org, id: a }),
    writeOf('buckets', { orgID: org, id: a }),
    readOf('buckets', { orgID: org, id: b }),
  ]);

  test('is mixed where only some of the selected have it', () => {
    expect(rowState(selected, 'read')).toBe('on');
    expect(rowState(selected, 'write')).toBe('mixed');
  });

  test('sets all of the selected, from mixed too', () => {
    const all = withCell(selected, 'write', true, freely);
    expect(rowState(all, 'write')).toBe('on');
    expect(rowState(withCell(all, 'write', false, freely), 'write')).toBe('off');
  });

  test('leaves alone what the caller cannot grant', () => {
    const allows = ({ resource }: Permission) => resource.id === a;
    const tried = withCell(withCell(selected, 'write', false, freely), 'write', true, {
      orgID: org,
      allows,
    });
    expect(sent(tried)).toContain(`write:orgs/${org}/buckets/${a}`);
    expect(sent(tried)).not.toContain(`write:orgs/${org}/buckets/${b}`);
    expect(withCell(row('tasks', []), 'read', true, { orgID: org, allows }).cells.read).toBe(false);
  });

  test('grants all of the org what was granted to some', () => {
    expect(sent(withScope(selected, 'org'))).toEqual([
      `read:orgs/${org}/buckets`,
      `write:orgs/${org}/buckets`,
    ]);
  });

  test('grants nothing after “selected” until something is picked, and then the same', () => {
    const chosen = withScope(row('tasks', [readOf('tasks', { orgID: org })]), 'selected');
    expect(sent(chosen)).toEqual([]);
    expect(sent(withPicked(chosen, [{ id: a, orgID: org }], () => true))).toEqual([
      `read:orgs/${org}/tasks/${a}`,
    ]);
  });

  test('picks nothing twice', () => {
    const twice = withPicked(selected, [{ id: a, orgID: org }], () => true);
    expect(twice.selected).toHaveLength(2);
  });

  test('of orgs is about the org itself when nothing else was picked', () => {
    const ticked = withCell(row('orgs', []), 'read', true, { ...freely, fallback: { id: org } });
    expect(sent(ticked)).toEqual([`read:orgs/${org}`]);
  });

  test('of all orgs is without a scope', () => {
    const everywhere = withScope(row('tasks', [readOf('tasks', { orgID: org })]), 'global');
    expect(sent(everywhere)).toEqual(['read:tasks']);
    expect(cellPermissions(everywhere, 'write', org)).toEqual([writeOf('tasks')]);
  });
});

test.each([
  [['on', 'on'], 'on'],
  [['off', 'off'], 'off'],
  [['on', 'off'], 'mixed'],
  [['on', 'mixed'], 'mixed'],
  [[], 'off'],
] as const)('%j together are %s', (states, together) => {
  expect(joined(states)).toBe(together);
});

test('another org keeps what is granted for all, and its own name', () => {
  const held = [
    readOf('tasks', { orgID: org }),
    readOf('orgs', { id: org }),
    writeOf('users', { id: owner }),
    readOf('buckets', { orgID: org, id: a }),
    readOf('labels'),
  ];
  const { matrix, left } = movedTo(matrixOf(held, org, knownTypes), elsewhere);
  expect(left).toBe(1);
  expect(texts(permissionsOf(matrix))).toEqual(
    texts([
      readOf('tasks', { orgID: elsewhere }),
      readOf('orgs', { id: elsewhere }),
      writeOf('users', { id: owner }),
      readOf('labels'),
    ]),
  );
});

test('the same org again leaves nothing behind', () => {
  const matrix = matrixOf([readOf('buckets', { orgID: org, id: a })], org, knownTypes);
  expect(movedTo(matrix, org)).toEqual({ matrix, left: 0 });
});

test('another owner takes the place of the one before', () => {
  const matrix = matrixOf([writeOf('users', { id: owner })], org, knownTypes);
  expect(texts(permissionsOf(ownedBy(matrix, owner, a)))).toEqual([`write:users/${a}`]);
});

test('a change touches one row', () => {
  const before = matrixOf([], org, knownTypes);
  const after = changeRow(before, 'tasks', (tasks) => withCell(tasks, 'read', true, freely));
  expect(texts(permissionsOf(after))).toEqual([`read:orgs/${org}/tasks`]);
  expect(after.rows.filter((each, at) => each !== before.rows[at])).toHaveLength(1);
});

describe('groups', () => {
  test('hold every type once', () => {
    const all = groupTypes([...knownTypes, 'gadgets']).flatMap(({ types }) => types);
    expect(all.toSorted()).toEqual([...knownTypes, 'gadgets'].toSorted());
  });

  test('put types of newer servers last, under Other', () => {
    expect(groupTypes(['gadgets', 'buckets'])).toEqual([
      { name: 'Data', types: ['buckets'] },
      { name: 'Other', types: ['gadgets'] },
    ]);
    expect(hasIds('gadgets')).toBe(true);
  });
});
