import { expect, test } from 'vitest';
import { readOf, writeOf } from './permissions';
import { interruptedOf, interruptedState, interruptedV1User, wantedOf } from './v1Interrupted';

const before = {
  id: 'A',
  token: 'svc',
  orgID: '0000000000000001',
  userID: 'U',
  description: '',
  status: 'active' as const,
};
const place = { orgID: '0000000000000001', id: '000000000000000b' };
const wanted = [readOf('buckets', place), writeOf('buckets', place)];
const kept = interruptedOf(before, wanted);

test('what it was to hold survives being written down', () => {
  const read = interruptedV1User.parse(JSON.parse(JSON.stringify(kept)));
  expect(wantedOf(read)).toEqual(wanted);
});

test.each([
  [[], 'gone', 'A'],
  [[{ id: 'A', token: 'svc' }], 'untouched', 'A'],
  [[{ id: 'B', token: 'svc' }], 'remade', 'B'],
  [[{ id: 'A', token: 'other' }], 'gone', 'A'],
])('with %j in the list it is %s', (listed, state, id) => {
  expect(interruptedState(kept, listed)).toEqual({ state, id });
});
