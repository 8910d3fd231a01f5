import { expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import type { Matrix } from './permissionMatrix';
import { matrixOf, permissionsOf } from './permissionMatrix';
import type { Granting } from './permissionMatrixToggles';
import {
  blockedCell,
  cellToggled,
  columnState,
  typesToggled,
  resourceToggled,
  rowToggled,
} from './permissionMatrixToggles';
import type { Permission } from './permissions';
import { permissionText, readOf, writeOf } from './permissions';

const org = '0000000000000001';
const owner = '0000000000000002';
const bucket = '00000000000000a1';

const freely: Granting = { orgID: org, ownerID: owner, whyNot: () => undefined };
const onlyRead: Granting = {
  ...freely,
  whyNot: ({ action }) => (action === 'write' ? 'You hold no write' : undefined),
};
const every = new Set(knownTypes);
const matrix = (permissions: readonly Permission[] = []) => matrixOf(permissions, org, knownTypes);
const texts = (changed: Matrix) => permissionsOf(changed).map(permissionText);
const row = (type: string, permissions: readonly Permission[] = []) =>
  matrix(permissions).rows.find((each) => each.type === type)!;

test('a column ticks every type, orgs and users by id', () => {
  const all = texts(typesToggled(matrix(), every, ['read'], freely));
  expect(all).toHaveLength(knownTypes.length);
  expect(all).toContain(`read:orgs/${org}/tasks`);
  expect(all).toContain(`read:orgs/${org}`);
  expect(all).toContain(`read:users/${owner}`);
});

test('a column that is mixed is set, not flipped, and then cleared', () => {
  const some = matrix([readOf('tasks', { orgID: org })]);
  expect(columnState(some.rows, 'read', freely)).toBe('mixed');
  const all = typesToggled(some, every, ['read'], freely);
  expect(columnState(all.rows, 'read', freely)).toBe('on');
  expect(texts(typesToggled(all, every, ['read'], freely))).toEqual([]);
});

test('a column of some types leaves the others alone', () => {
  const changed = typesToggled(matrix(), new Set(['tasks', 'checks']), ['write'], freely);
  expect(texts(changed)).toEqual([`write:orgs/${org}/tasks`, `write:orgs/${org}/checks`]);
});

test('what the caller cannot grant is not ticked, and says why', () => {
  expect(blockedCell(row('tasks'), 'write', onlyRead)).toBe('You hold no write');
  expect(blockedCell(row('tasks'), 'read', onlyRead)).toBeUndefined();
  expect(texts(typesToggled(matrix(), every, ['write'], onlyRead))).toEqual([]);
  expect(cellToggled(row('tasks'), 'write', onlyRead).cells.write).toBe(false);
});

test('what is ticked can be cleared even when the caller cannot grant it', () => {
  const held = row('tasks', [writeOf('tasks', { orgID: org })]);
  expect(cellToggled(held, 'write', onlyRead).cells.write).toBe(false);
});

test('a column clears once everything that can be ticked is', () => {
  const some = {
    ...freely,
    whyNot: ({ resource }: Permission) => (resource.type === 'tasks' ? 'not tasks' : undefined),
  };
  const once = typesToggled(matrix(), every, ['read'], some);
  expect(texts(once)).toHaveLength(knownTypes.length - 1);
  expect(texts(typesToggled(once, every, ['read'], some))).toEqual([]);
});

test('a row as one box: both, then none', () => {
  const both = rowToggled(row('tasks', [readOf('tasks', { orgID: org })]), freely);
  expect(both.cells).toEqual({ read: true, write: true });
  expect(rowToggled(both, freely).cells).toEqual({ read: false, write: false });
  expect(rowToggled(row('tasks'), onlyRead).cells).toEqual({ read: true, write: false });
});

test('a row that waits for a resource to be picked takes no part in its column', () => {
  const waiting = matrix().rows.map((each) =>
    each.type === 'buckets' ? { ...each, scope: 'selected' as const } : each,
  );
  const all = typesToggled({ ...matrix(), rows: waiting }, every, ['read'], freely);
  expect(columnState(all.rows, 'read', freely)).toBe('on');
  expect(texts(all).join()).not.toContain('buckets');
});

test('one selected resource as one box', () => {
  const held = row('buckets', [readOf('buckets', { orgID: org, id: bucket })]);
  const key = `${org}/${bucket}`;
  const both = resourceToggled(held, key, freely);
  expect(both.selected).toMatchObject([{ read: true, write: true }]);
  expect(resourceToggled(both, key, freely).selected).toMatchObject([
    { read: false, write: false },
  ]);
  expect(resourceToggled(held, key, onlyRead).selected).toMatchObject([
    { read: false, write: false },
  ]);
});

test('a group as one box: all of it, then none', () => {
  const group = new Set(['tasks', 'checks']);
  const all = typesToggled(
    matrix([readOf('tasks', { orgID: org })]),
    group,
    ['read', 'write'],
    freely,
  );
  expect(texts(all)).toHaveLength(4);
  expect(texts(typesToggled(all, group, ['read', 'write'], freely))).toEqual([]);
});

test('only some of the selected can be granted: those are ticked', () => {
  const held = row('buckets', [
    readOf('buckets', { orgID: org, id: bucket }),
    readOf('buckets', { orgID: org, id: owner }),
  ]);
  const one: Granting = {
    ...freely,
    whyNot: ({ resource }) => (resource.id === bucket ? undefined : 'not that one'),
  };
  const ticked = cellToggled(held, 'write', one);
  expect(ticked.selected.map(({ write }) => write)).toEqual([true, false]);
  const cleared = cellToggled(ticked, 'write', one);
  expect(cleared.selected.map(({ write }) => write)).toEqual([false, false]);
});
