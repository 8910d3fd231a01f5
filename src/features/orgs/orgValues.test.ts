import { expect, test } from 'vitest';
import type { Org } from '@/api/orgs';
import { changeOf, draftOf, validateOrg } from './orgValues';

const iot: Org = { id: 'o1', name: 'iot', description: 'old', createdAt: '', updatedAt: '' };

test.each([
  ['', 'An org needs a name'],
  ['   ', 'An org needs a name'],
  ['iot', 'An org with name iot already exists'],
  [' iot ', 'An org with name iot already exists'],
  ['IOT', null],
])('the name %j: %s', (name, problem) => {
  expect(validateOrg({ name, description: '' }, new Set(['iot'])).name).toBe(problem);
});

test('the name an org has is free', () => {
  const values = { name: 'iot', description: '' };
  expect(validateOrg(values, new Set(['iot']), values).name).toBeNull();
});

test('only what differs is sent', () => {
  expect(changeOf(iot, { name: 'iot', description: 'old' })).toBeUndefined();
  expect(changeOf(iot, { name: 'iot', description: '' })).toEqual({
    id: 'o1',
    patch: { description: '' },
  });
  expect(changeOf(iot, { name: ' plant', description: 'old' })?.patch).toEqual({ name: 'plant' });
});

test('a new org goes out trimmed, without an empty description', () => {
  expect(draftOf({ name: ' a ', description: ' ' })).toEqual({ name: 'a' });
  expect(draftOf({ name: 'a', description: 'b' })).toEqual({ name: 'a', description: 'b' });
});
