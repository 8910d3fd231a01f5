import { expect, test } from 'vitest';
import { knownTypes } from './permissionClasses';
import { readOf, writeOf } from './permissions';
import type { Surroundings } from './surroundings';
import { probesFor } from './tokenProof';

const bucket = (id: string, orgID = 'org') => ({ id, orgID, name: id, type: 'user' as const });
const around: Surroundings = {
  types: knownTypes,
  orgs: new Map([['org', 'iot']]),
  buckets: new Map([bucket('far', 'other'), bucket('near')].map((one) => [one.id, one])),
  users: new Map([['u', { id: 'u', name: 'mira', status: 'active' }]]),
  isComplete: true,
};

test.each([
  ['a bucket by id', [readOf('buckets', { id: 'far' })], ['reads “far”']],
  [
    'reading and writing',
    [readOf('buckets'), writeOf('buckets')],
    ['reads “near”', 'writes “near”'],
  ],
  ['writing in the org', [writeOf('buckets', { orgID: 'org' })], ['writes “near”']],
  ['its org', [readOf('orgs', { id: 'org' })], ['may read org “iot”']],
  ['a user', [readOf('users', { id: 'u' })], ['may read user “mira”']],
  ['secrets', [readOf('secrets', { orgID: 'org' })], ['may read secrets in iot']],
  ['a dashboard', [readOf('dashboards', { id: 'd', orgID: 'org' })], ['may read dashboard d']],
])('%s is proven by what it holds', (_, permissions, words) => {
  const { probes, gap } = probesFor(permissions, 'org', around);
  expect(probes.map((probe) => probe.words)).toEqual(words);
  expect(gap).toBe('');
});

test.each([
  ['tasks of an org, as their list is filtered', [writeOf('tasks', { orgID: 'org' })]],
  ['only a deleted bucket', [readOf('buckets', { id: 'gone' })]],
  ['users by org, which match nothing', [readOf('users', { orgID: 'org' })]],
])('%s: only that it is taken can be proven, and that is said', (_, permissions) => {
  const { probes, gap } = probesFor(permissions, 'org', around);
  expect(probes).toMatchObject([{ kind: 'known' }]);
  expect(gap).toContain('No harmless call');
});
