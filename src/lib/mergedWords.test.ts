import { expect, test } from 'vitest';
import { mergedWords } from './mergedWords';
import { knownTypes } from './permissionClasses';
import { readOf, writeOf } from './permissions';

const around = {
  types: knownTypes,
  orgs: new Map([['org', 'iot']]),
  buckets: new Map([['b', { id: 'b', orgID: 'org', name: 'airsensors', type: 'user' as const }]]),
  users: new Map(),
  isComplete: true,
};

test('one line a resource, in the order of the set', () => {
  const permissions = [
    writeOf('buckets', { id: 'b', orgID: 'org' }),
    readOf('tasks', { orgID: 'org' }),
    readOf('buckets', { id: 'b', orgID: 'org' }),
    writeOf('orgs'),
    writeOf('orgs'),
  ];
  expect(mergedWords(permissions, around).map(({ words }) => words)).toEqual([
    'read and write bucket “airsensors” of iot',
    'read tasks in iot',
    'write orgs in every org',
  ]);
});
