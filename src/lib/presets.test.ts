import { describe, expect, test } from 'vitest';
import { classify, knownTypes } from './permissionClasses';
import { permissionText } from './permissions';
import type { PresetPlace } from './presets';
import { presetOf, presets } from './presets';

const org = '0000000000000001';
const owner = '0000000000000002';
const place: PresetPlace = {
  orgID: org,
  userID: owner,
  types: [...knownTypes, 'instance'],
  readBuckets: ['00000000000000a1', '00000000000000a2'],
  writeBuckets: ['00000000000000a2'],
};

function built(key: string): string[] {
  return presetOf(key)!.build(place).map(permissionText);
}

test.each([
  ['operator', 'operator', 44],
  ['backup', 'operator', 44],
  ['all-access', 'all-access', 43],
  ['read-write', 'read/write', 3],
  ['telegraf-writer', 'write-only', 1],
  ['grafana-reader', 'read-only', 2],
  ['task-runner', 'custom', 5],
  ['blank', 'custom', 0],
])('%s is of class %s, with %i permissions', (key, name, count) => {
  const permissions = presetOf(key)!.build(place);
  expect(classify(permissions, place.types)).toEqual({ class: name, olderSet: false });
  expect(new Set(permissions.map(permissionText)).size).toBe(count);
});

describe('all access', () => {
  test('reads the org and does not write it', () => {
    expect(built('all-access')).toContain(`read:orgs/${org}`);
    expect(built('all-access')).not.toContain(`write:orgs/${org}`);
  });

  test('reads and writes its owner, and no other user', () => {
    const users = built('all-access').filter((text) => text.includes('users'));
    expect(users).toEqual([`read:users/${owner}`, `write:users/${owner}`]);
  });

  test('comes in the order of the server, read before write', () => {
    expect(built('all-access').slice(0, 4)).toEqual([
      `read:orgs/${org}/authorizations`,
      `write:orgs/${org}/authorizations`,
      `read:orgs/${org}/buckets`,
      `write:orgs/${org}/buckets`,
    ]);
  });
});

test('types of a newer server are in the sets by themselves', () => {
  const newer = { ...place, types: [...place.types, 'gadgets'] };
  expect(presetOf('operator')!.build(newer)).toHaveLength(46);
  expect(presetOf('all-access')!.build(newer)).toHaveLength(45);
});

test('no set holds the type that servers refuse to grant', () => {
  for (const { build } of presets) {
    expect(build(place).some(({ resource }) => resource.type === 'instance')).toBe(false);
  }
});

test('buckets are named by org and id, since the server ignores names', () => {
  expect(built('read-write')).toEqual([
    `read:orgs/${org}/buckets/00000000000000a1`,
    `read:orgs/${org}/buckets/00000000000000a2`,
    `write:orgs/${org}/buckets/00000000000000a2`,
  ]);
});
