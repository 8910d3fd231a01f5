import { expect, it } from 'vitest';
import {
  ada,
  allAccessSet,
  around,
  both,
  credential,
  gone,
  iot,
  lab,
  operatorSet,
} from '@/test/accessScene';
import { readOf, writeOf } from './permissions';
import { resourceReach } from './resourceReach';

const everywhere = { isEverywhere: true, orgs: [], ids: [] };

it('everything in every org, in the order of the server', () => {
  const reached = resourceReach(operatorSet, around);
  expect(reached.map(({ type }) => type)).toEqual(
    around.types.filter((type) => type !== 'buckets'),
  );
  for (const { read, write } of reached) expect([read, write]).toEqual([everywhere, everywhere]);
});

it('instance stands for every type', () => {
  expect(resourceReach(both('instance'), around)).toEqual(resourceReach(operatorSet, around));
});

it('orgs and single resources by name, across orgs', () => {
  const held = [
    ...both('tasks', { orgID: iot }),
    readOf('tasks', { orgID: lab }),
    readOf('tasks', { orgID: lab, id: 't1', name: 'nightly' }),
    readOf('users', { id: ada }),
    writeOf('users', { id: gone }),
    readOf('dreams', { id: 'd1' }),
  ];
  const inIot = { id: iot, name: 'iot' };
  expect(resourceReach(held, around)).toEqual([
    {
      type: 'tasks',
      read: {
        isEverywhere: false,
        orgs: [inIot, { id: lab, name: 'lab' }],
        ids: [{ id: 't1', name: 'nightly', isGone: false }],
      },
      write: { isEverywhere: false, orgs: [inIot], ids: [] },
    },
    {
      type: 'users',
      read: { isEverywhere: false, orgs: [], ids: [{ id: ada, name: 'ada', isGone: false }] },
      write: { isEverywhere: false, orgs: [], ids: [{ id: gone, isGone: true }] },
    },
    {
      type: 'dreams',
      read: { isEverywhere: false, orgs: [], ids: [{ id: 'd1', isGone: false }] },
    },
  ]);
});

it('what matches nothing reaches nothing, and buckets are told elsewhere', () => {
  const held = [
    ...both('users', { orgID: iot }),
    readOf('orgs', { orgID: iot }),
    readOf('buckets'),
  ];
  expect(resourceReach(held, around)).toEqual([]);
});

it('an all-access token reaches one org, its own user and nothing else', () => {
  const reached = resourceReach(credential(allAccessSet()).permissions, around);
  const byIds = reached.filter(({ read }) => read?.ids.length);
  expect(byIds.map(({ type, write }) => [type, write !== undefined])).toEqual([
    ['orgs', false],
    ['users', true],
  ]);
  expect(reached.every(({ read }) => read?.isEverywhere === false)).toBe(true);
});
