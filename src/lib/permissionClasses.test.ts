import { describe, expect, it } from 'vitest';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import type { TokenClass } from './permissionClasses';
import { baseTypes, classify, knownTypes } from './permissionClasses';

const O = '0a00000000000001';
const P = '0a00000000000002';
const U = '0c00000000000001';
const B = '0b00000000000001';

function both(type: string, place = {}): Permission[] {
  return [readOf(type, place), writeOf(type, place)];
}

const operator = [...knownTypes, 'instance'].flatMap((type) => both(type)).slice(0, 44);

/** As the UI and the CLI make it: one org by id, read; one user by id; the rest org-wide. */
function allAccess(types: readonly string[]): Permission[] {
  return types.flatMap((type) => {
    if (type === 'orgs') return [readOf('orgs', { id: O })];
    return type === 'users' ? both('users', { id: U }) : both(type, { orgID: O });
  });
}

const inBucket = { orgID: O, id: B };

describe('classes', () => {
  it.each<[string, Permission[], TokenClass, boolean]>([
    ['the setup token', operator, 'operator', false],
    ['with duplicates and any order', [...operator, ...operator].reverse(), 'operator', false],
    ['operator of 2.0', baseTypes.flatMap((type) => both(type)), 'operator', true],
    ['operator short of a base type', operator.slice(2), 'custom', false],
    ['all-access', allAccess(knownTypes), 'all-access', false],
    ['all-access of 2.0', allAccess(baseTypes), 'all-access', true],
    [
      'orgs with write too',
      [...allAccess(knownTypes), writeOf('orgs', { id: O })],
      'all-access',
      false,
    ],
    [
      'with another org',
      [...allAccess(knownTypes), readOf('buckets', { orgID: P })],
      'custom',
      false,
    ],
    [
      'without reading its org',
      allAccess(knownTypes).filter(({ resource }) => resource.type !== 'orgs'),
      'custom',
      false,
    ],
    [
      'only reading its user',
      allAccess(knownTypes).filter(
        ({ action, resource }) => resource.type !== 'users' || action === 'read',
      ),
      'custom',
      false,
    ],
    ['with something unscoped', [...allAccess(knownTypes), readOf('tasks')], 'custom', false],
    ['read and write of a bucket', both('buckets', inBucket), 'read/write', false],
    ['writes only', [writeOf('buckets', inBucket)], 'write-only', false],
    ['reads of a bucket', [readOf('buckets', inBucket)], 'read-only', false],
    ['reads of anything', [readOf('tasks'), readOf('orgs', { id: O })], 'read-only', false],
    ['buckets org-wide', both('buckets', { orgID: O }), 'custom', false],
    [
      'bucket and task',
      [...both('buckets', inBucket), readOf('tasks', { orgID: O })],
      'custom',
      false,
    ],
    ['nothing', [], 'custom', false],
  ])('%s', (_, permissions, name, olderSet) => {
    expect(classify(permissions)).toEqual({ class: name, olderSet });
  });

  it('a type of a newer server makes it an older set, unless held', () => {
    const types = [...knownTypes, 'dreams', 'instance'];
    expect(classify(operator, types)).toEqual({ class: 'operator', olderSet: true });
    expect(classify([...operator, ...both('dreams')], types).olderSet).toBe(false);
  });

  it('types that this server does not have do not change the class', () => {
    expect(classify([...both('buckets', inBucket), readOf('dreams')]).class).toBe('custom');
    expect(classify([...operator, ...both('dreams')]).class).toBe('operator');
  });
});
