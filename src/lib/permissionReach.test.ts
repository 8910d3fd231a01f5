import { expect, it } from 'vitest';
import type { Permission } from './permissions';
import { readOf, writeOf } from './permissions';
import { reach, reachText } from './permissionReach';

const O = '0a00000000000001';

function bucket(name: string) {
  return { orgID: O, id: name.repeat(16) };
}

it.each<[Permission[], string]>([
  [[readOf('tasks')], 'every org'],
  [[readOf('tasks', { orgID: O }), readOf('buckets', bucket('b'))], '1 org'],
  [[readOf('buckets', bucket('b'))], 'reads 1 bucket'],
  [[writeOf('buckets', bucket('b')), writeOf('buckets', bucket('c'))], 'writes 2 buckets'],
  [
    [
      readOf('buckets', bucket('b')),
      readOf('buckets', bucket('c')),
      writeOf('buckets', bucket('b')),
    ],
    'reads 2 buckets, writes 1',
  ],
  [[], 'no bucket'],
])('%j reaches %s', (permissions, text) => {
  expect(reachText(reach(permissions))).toBe(text);
});
