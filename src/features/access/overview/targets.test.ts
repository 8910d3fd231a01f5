import { expect, test } from 'vitest';
import type { Surroundings } from '@/lib/surroundings';
import { found, targetsOf } from './targets';

const around: Surroundings = {
  types: [],
  orgs: new Map([['00000000000000a1', 'plant']]),
  buckets: new Map(
    ['plant raw', 'Plant', 'big plant'].map((name, at) => [
      `00000000000000b${at}`,
      { id: `00000000000000b${at}`, name, orgID: '00000000000000a1', type: 'user' },
    ]),
  ),
  users: new Map([['00000000000000c1', { id: '00000000000000c1', name: 'ann', status: 'active' }]]),
  isComplete: true,
};
const targets = targetsOf('demo', around, []);
const names = (sought: string) => found(targets, sought).map(({ kind, name }) => `${kind} ${name}`);

test('the name itself comes first, then beginnings, then occurrences', () => {
  expect(names('plant')).toEqual([
    'bucket Plant',
    'org plant',
    'bucket plant raw',
    'bucket big plant',
  ]);
});

test.each([
  ['raw plant', ['bucket plant raw']],
  ['00000000000000c1', ['user ann']],
  ['  ', []],
  ['nobody', []],
])('%j finds %j', (sought, result) => {
  expect(names(sought)).toEqual(result);
});

test('no more than twelve are offered', () => {
  const many = Array.from({ length: 50 }, () => targets).flat();
  expect(found(many, 'plant')).toHaveLength(12);
});
