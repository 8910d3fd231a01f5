import { expect, test } from 'vitest';
import { memberRisks } from './memberRisks';

const owner = { id: 'a', role: 'owner' as const };
const second = { id: 'b', role: 'owner' as const };
const member = { id: 'c', role: 'member' as const };

test.each([
  ['the only owner', owner, [owner, member], undefined, { isLastOwner: true, isSelf: false }],
  ['one of two owners', owner, [owner, second], 'a', { isLastOwner: false, isSelf: true }],
  ['a member', member, [owner, member], 'c', { isLastOwner: false, isSelf: true }],
  ['a member of an org nobody owns', member, [member], 'a', { isLastOwner: false, isSelf: false }],
])('%s', (_case, of, members, callerID, risks) => {
  expect(memberRisks(of, members, callerID)).toEqual(risks);
});
