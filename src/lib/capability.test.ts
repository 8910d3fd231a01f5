import { expect, it } from 'vitest';
import type { Holdings } from './capability';
import { capability } from './capability';
import { readOf, writeOf } from './permissions';

const O = '0a00000000000001';
const nothing: Holdings = { isOperator: false, isComplete: false, granted: [], denied: [] };
const needed = writeOf('buckets', { orgID: O });

it.each<[string, Holdings, 'yes' | 'no' | 'unknown']>([
  ['an operator may', { ...nothing, isOperator: true }, 'yes'],
  ['who holds it may', { ...nothing, granted: [writeOf('buckets')] }, 'yes'],
  ['who holds everything else may not', { ...nothing, isComplete: true }, 'no'],
  ['who was refused a part of it may not', { ...nothing, denied: [needed] }, 'no'],
  ['who was refused something else may', { ...nothing, denied: [readOf('users')] }, 'unknown'],
  ['who cannot list its permissions might', nothing, 'unknown'],
])('%s', (_, holdings, answer) => {
  expect(capability(holdings, needed).answer).toBe(answer);
});

it('the reason names the permission as the server does', () => {
  expect(capability({ ...nothing, isComplete: true }, needed).reason).toContain(
    `write:orgs/${O}/buckets`,
  );
});
